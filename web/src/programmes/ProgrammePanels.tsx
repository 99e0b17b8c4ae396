import { EditPanel } from '../frame/EditPanel.js';
import { LongTextField, SelectField, TextField } from '../frame/fields.js';
import { orNull, typed } from '../frame/form-values.js';
import { saveFund, saveNode, saveProgramme, useProgrammesChanged } from './programme-queries.js';
import type { Fund, Programme, ProgrammeNode } from './programme-queries.js';
import { NODE_KINDS } from './words.js';

export function FundPanel({ fund, close }: { fund: Fund | null; close: () => void }) {
  const changed = useProgrammesChanged();
  const { code, name, note } = fund ?? { code: '', name: '', note: null };
  return (
    <EditPanel
      title={fund ? 'Modifica fondo' : 'Nuovo fondo'}
      values={typed({ code, name, note })}
      said="Fondo salvato."
      write={(values, key) => saveFund(fund, { ...values, note: orNull(values.note) }, key)}
      {...{ changed, close }}
    >
      <TextField name="name" label="Nome" required maxLength={300} />
      <TextField name="code" label="Sigla" required size="half" />
      <LongTextField name="note" label="Nota" />
    </EditPanel>
  );
}

interface ProgrammePanelProps {
  programme: Programme | null;
  fundId: string;
  close: () => void;
}

export function ProgrammePanel({ programme, fundId, close }: ProgrammePanelProps) {
  const changed = useProgrammesChanged();
  const { code, name, years } = programme ?? { code: '', name: '', years: null };
  return (
    <EditPanel
      title={programme ? 'Modifica programma' : 'Nuovo programma'}
      values={typed({ code, name, years })}
      said="Programma salvato."
      write={(values, key) =>
        saveProgramme(programme, fundId, { ...values, years: orNull(values.years) }, key)
      }
      {...{ changed, close }}
    >
      <TextField name="name" label="Nome" required maxLength={300} />
      <TextField name="code" label="Codice" required size="half" />
      <TextField name="years" label="Anni" size="half" help="2014-2020" />
    </EditPanel>
  );
}

interface NodePanelProps {
  node: ProgrammeNode | null;
  programme: Programme;
  close: () => void;
}

const NEW_NODE = { kind: 'specific_objective' as const, code: '', label: '', parentId: null };

/** A place in the tree of codes. */
export function NodePanel({ node, programme, close }: NodePanelProps) {
  const changed = useProgrammesChanged();
  const { kind, code, label, parentId }: Omit<ProgrammeNode, 'id' | 'version'> = node ?? NEW_NODE;
  const others = programme.nodes.filter(({ id }) => id !== node?.id);
  return (
    <EditPanel
      title={node ? 'Modifica posizione' : 'Nuova posizione nel programma'}
      values={typed({ kind, code, label, parentId })}
      said="Programma salvato."
      write={(values, key) =>
        saveNode(node, programme.id, { ...values, parentId: orNull(values.parentId) }, key)
      }
      {...{ changed, close }}
    >
      <SelectField
        name="kind"
        label="Tipo"
        size="half"
        options={Object.entries(NODE_KINDS).map(([value, words]) => ({ value, label: words }))}
      />
      <TextField name="code" label="Codice" required size="half" />
      <TextField name="label" label="Titolo" required maxLength={300} />
      <SelectField
        name="parentId"
        label="Sta sotto"
        none="nulla: è al primo livello"
        options={others.map((one) => ({ value: one.id, label: `${one.code} ${one.label}` }))}
      />
    </EditPanel>
  );
}
