import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { SelectField, TextField } from '../frame/fields.js';
import { orNull, typed } from '../frame/form-values.js';
import { parseCount } from '../frame/parse.js';
import { RowsField } from '../frame/RowsField.js';
import { fundsQuery } from './project-queries.js';
import { ProjectPanel } from './ProjectPanel.js';
import { STEPS } from './words.js';
import type { Project } from './words.js';

const valuesOf = (project: Project) => ({
  ...typed({
    fundId: project.fund?.id ?? null,
    programmeNodeId: project.fund?.steps.at(-1)?.id ?? null,
    callId: project.fund?.call?.id ?? null,
    executionYears: project.executionYears,
  }),
  submittedYear: project.submittedYear === null ? '' : String(project.submittedYear),
  codes: project.codes.map(({ scheme, code }) => ({ scheme, code })),
});

type Values = ReturnType<typeof valuesOf>;

const bodyOf = (values: Values) => ({
  fundId: orNull(values.fundId),
  programmeNodeId: orNull(values.programmeNodeId),
  callId: orNull(values.callId),
  executionYears: orNull(values.executionYears),
  submittedYear: parseCount(values.submittedYear),
  codes: values.codes,
});

const checkYear = (text: string): true | string =>
  /^(19[5-9]\d|20\d\d|2100)$/.test(text.trim()) || 'Scrivi un anno, per esempio 2016';

/** Who pays, under which call, with which codes. */
export const PositionPanel = ({ project, close }: { project: Project; close: () => void }) => (
  <ProjectPanel
    {...{ project, close, valuesOf, bodyOf }}
    title="Finanziamento e codici"
    lead="Periodo, annualità, CUP e sito stanno in «Modifica scheda»."
  >
    <Position />
    <TextField name="executionYears" label="Anni di esecuzione" size="half" help="2017-2018" />
    <TextField
      name="submittedYear"
      label="Presentato nel"
      size="half"
      help="L’anno"
      check={checkYear}
    />
    <RowsField
      name="codes"
      legend="Codici"
      help="Quelli con cui altri lo chiamano: PROG, CLP, codice locale"
      add="Aggiungi codice"
      empty={{ scheme: '', code: '' }}
      row={(path) => (
        <>
          <TextField name={`${path}.scheme`} label="Sistema" size="half" required />
          <TextField name={`${path}.code`} label="Codice" size="half" required />
        </>
      )}
    />
  </ProjectPanel>
);

/** Only what belongs to the chosen fund can be chosen under it. */
function Position() {
  const { data: funds = [] } = useQuery(fundsQuery);
  const fundId = useWatch<Values, 'fundId'>({ name: 'fundId' });
  const programmes = funds.find(({ id }) => id === fundId)?.programmes ?? [];
  const nodes = programmes.flatMap((programme) => programme.nodes);
  const calls = programmes.flatMap((programme) => programme.calls);
  return (
    <>
      <SelectField
        name="fundId"
        label="Fondo"
        none="non noto"
        options={funds.map(({ id, name, code }) => ({ value: id, label: `${name} (${code})` }))}
      />
      <SelectField
        name="programmeNodeId"
        label="Posizione nel programma"
        none="non nota"
        options={nodes.map(({ id, kind, code, label }) => ({
          value: id,
          label: `${STEPS[kind] ?? 'Voce'} ${code} ${label}`,
        }))}
      />
      <SelectField
        name="callId"
        label="Avviso"
        none="non noto"
        options={calls.map(({ id, title }) => ({ value: id, label: title }))}
      />
    </>
  );
}
