import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { ChoiceField } from '../frame/ChoiceField.js';
import { SelectField } from '../frame/fields.js';
import { hours } from '../frame/format.js';
import { parseDuration } from '../frame/parse.js';
import { RowsField } from '../frame/RowsField.js';
import { DurationField } from '../frame/typedFields.js';
import { useProjectsWith } from '../frame/project-context.js';
import { kindsQuery } from './activity-queries.js';
import { minutesOfTimes } from './activity-values.js';
import type { ActivityValues } from './activity-values.js';
import { useFormChoices } from './form-choices.js';

/** What other projects take of the work, by minutes; the rest stays with the project of the form. */
export function SharesField() {
  const [projectId, code] = useWatch<ActivityValues, ['projectId', 'kind']>({
    name: ['projectId', 'kind'],
  });
  const others = useProjectsWith('activity.log').filter(({ id }) => id !== projectId);
  const { data: kinds = [] } = useQuery(kindsQuery);
  const unit = kinds.find((kind) => kind.code === code)?.unit;
  if (unit !== 'minutes' || others.length === 0) return null;
  const options = others.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <>
      <RowsField
        name="shares"
        legend="Condividi con altri progetti"
        help="Quando lo stesso lavoro serve più progetti: ognuno prende i suoi minuti. Servono gli orari di inizio e fine; presenti e corso restano al progetto qui sopra."
        add="Aggiungi un progetto"
        empty={{ projectId: '', workItemId: '', participationId: '', duration: '' }}
        row={(path) => <ShareRow path={path} options={options} />}
      />
      <Rest />
    </>
  );
}

interface ShareRowProps {
  path: string;
  options: { value: string; label: string }[];
}

function ShareRow({ path, options }: ShareRowProps) {
  const projectId = (useWatch({ name: `${path}.projectId` }) as string | undefined) ?? '';
  const { workItems, partners } = useFormChoices(projectId);
  return (
    <>
      <SelectField
        name={`${path}.projectId`}
        label="Progetto"
        none="Scegli il progetto"
        options={options}
        required
      />
      <ChoiceField name={`${path}.workItemId`} label="Azione" choices={workItems} required />
      <ChoiceField
        name={`${path}.participationId`}
        label="Partner che l’ha svolta"
        choices={partners.choices}
        required={partners.own !== null}
      />
      <DurationField name={`${path}.duration`} label="Durata per quel progetto" required />
    </>
  );
}

/** What is left to the project of the form, said while one types. */
function Rest() {
  const [startTime, endTime, shares] = useWatch<ActivityValues, ['startTime', 'endTime', 'shares']>(
    { name: ['startTime', 'endTime', 'shares'] },
  );
  if (shares.length === 0) return null;
  const lasted = minutesOfTimes(startTime, endTime);
  const taken = shares.reduce((sum, { duration }) => sum + (parseDuration(duration) ?? 0), 0);
  if (lasted === null) return <p role="status">Scrivi gli orari: le quote si tolgono da lì.</p>;
  return (
    <p role="status">
      {lasted > taken
        ? `Al progetto qui sopra restano ${hours(lasted - taken)} ore su ${hours(lasted)}.`
        : `Le quote prendono ${hours(taken)} ore su ${hours(lasted)}: lasciane al progetto qui sopra.`}
    </p>
  );
}
