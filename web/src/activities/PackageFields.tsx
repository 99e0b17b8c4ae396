import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { useMay } from '../api/session.js';
import { contractsQuery } from '../contracts/contract-queries.js';
import { lineName, withUnit } from '../contracts/words.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { SelectField, TextField } from '../frame/fields.js';
import { LANGUAGES } from '../frame/languages.js';
import { useTerritories } from '../frame/choices.js';
import { kindsQuery } from './activity-queries.js';
import { CourseField } from './CourseField.js';
import type { ActivityValues } from './activity-values.js';

/** In which language and territory, and which package of hours pays for it. */
export function PackageFields() {
  const may = useMay();
  const projectId = useWatch<ActivityValues, 'projectId'>({ name: 'projectId' });
  const kind = useKind();
  const territories = useTerritories();
  return (
    <>
      <ChoiceField
        name="language"
        label="Lingua"
        size="half"
        choices={LANGUAGES}
        required={kind?.needsLanguage}
      />
      <ChoiceField
        name="territoryId"
        label="Territorio"
        size="half"
        choices={territories}
        required={kind?.needsTerritory}
      />
      <GroupField required={kind?.needsGroup} />
      {kind?.takesRegister && projectId && <CourseField projectId={projectId} />}
      {projectId && may('contract.view', projectId) && <Package projectId={projectId} />}
    </>
  );
}

/** Only where the kind asks for it: elsewhere those who were there are counted, or named as codes. */
function GroupField({ required }: { required: boolean | undefined }) {
  const filled = useWatch<ActivityValues, 'targetGroup'>({ name: 'targetGroup' });
  if (!required && !filled) return null;
  return (
    <TextField
      name="targetGroup"
      label="Gruppo"
      help="A chi è rivolta, senza nomi di persone: comunità albanese, famiglie del quartiere"
      required={required}
      maxLength={200}
    />
  );
}

/** The kind that is chosen in the form. */
function useKind() {
  const code = useWatch<ActivityValues, 'kind'>({ name: 'kind' });
  const { data: kinds = [] } = useQuery(kindsQuery);
  return kinds.find((one) => one.code === code);
}

/** Lines that pay for this kind; a wasted trip is paid by any line that is counted in hours. */
function Package({ projectId }: { projectId: string }) {
  const { data: contracts = [] } = useQuery(contractsQuery(projectId));
  const kind = useWatch<ActivityValues, 'kind'>({ name: 'kind' });
  const chosen = useWatch<ActivityValues, 'contractLineId'>({ name: 'contractLineId' });
  const lines = contracts
    .filter(({ state }) => state === 'active')
    .flatMap((contract) => contract.lines.map((line) => ({ line, title: contract.title })))
    .filter(
      ({ line }) =>
        line.id === chosen ||
        line.kind === kind ||
        (kind === 'wasted_trip' && line.unit === 'minutes'),
    );
  if (lines.length === 0) return null;
  return (
    <>
      <SelectField
        name="contractLineId"
        label="Pacchetto di ore"
        none="Nessun pacchetto"
        options={lines.map(({ line, title }) => ({
          value: line.id,
          label: `${title}, ${lineName(line)}: restano ${withUnit(line.unit, line.residual)}`,
        }))}
      />
      {chosen && (
        <TextField
          name="overReason"
          label="Motivo, se si va oltre"
          help="Solo se non basta quello che resta del pacchetto, o che è assegnato all’ente o al territorio"
          maxLength={500}
        />
      )}
    </>
  );
}
