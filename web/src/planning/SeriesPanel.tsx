import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Activity } from '../activities/activity-queries.js';
import { useActivitiesChanged } from '../activities/activity-writes.js';
import type { Schemas } from '../api/client.js';
import { usePeople } from '../frame/choices.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { EditPanel } from '../frame/EditPanel.js';
import { TextField } from '../frame/fields.js';
import { weekday } from '../frame/format.js';
import { useSeen } from '../frame/useSeen.js';
import { inTheWayQuery, moveActivity } from './calendar-queries.js';
import type { Scope } from './calendar-queries.js';
import { changedWords } from './event-words.js';
import { ObstaclesByDay } from './Obstacles.js';
import { Scopes } from './Scopes.js';

interface Values {
  staffIds: string[];
  place: string;
  scope: Scope;
}

const valuesOf = ({ staffIds, place }: Activity): Values => ({
  staffIds,
  place: place ?? '',
  scope: 'following',
});

/** What is left as it was stays as it is in each of them. */
const changesOf = ({ staffIds, place }: Values, before: Values) => ({
  ...(staffIds.toString() !== before.staffIds.toString() && { staffIds }),
  ...(place.trim() !== before.place && { place: place.trim() }),
});

const said = ({ changed, kept }: Schemas['MovedActivities']) =>
  changedWords(changed, kept, ['incontro cambiato', 'incontri cambiati']);

/** People and place of an activity, of those that follow in its series, or of all that are to come. */
export function SeriesPanel({ activity, close }: { activity: Activity; close: () => void }) {
  const { row, values, standing } = useSeen(activity, valuesOf);
  const people = usePeople();
  return (
    <EditPanel
      title="Persone e luogo della serie"
      lead={weekday(activity.day, true)}
      values={values}
      standing={standing}
      write={({ scope, ...typed }, key) =>
        moveActivity(row, { scope, days: 0, ...changesOf({ scope, ...typed }, values) }, key)
      }
      changed={useActivitiesChanged()}
      said={said}
      close={close}
    >
      <ChoiceField
        name="staffIds"
        label="Chi ci sarà"
        many
        choices={people}
        placeholder="Aggiungi una persona"
      />
      <TextField name="place" label="Luogo o sala" maxLength={200} />
      <Which />
      <Met activity={activity} before={values} />
    </EditPanel>
  );
}

function Which() {
  const { setValue, getValues } = useFormContext<Values>();
  return <Scopes start={getValues('scope')} set={(scope) => setValue('scope', scope)} />;
}

function Met({ activity, before }: { activity: Activity; before: Values }) {
  const values = useWatch<Values>() as Values;
  const { staffIds, ...changes } = changesOf(values, before);
  const asked = { ...changes, ...(staffIds?.length && { personId: staffIds }) };
  const { data = [] } = useQuery({
    ...inTheWayQuery(activity, { scope: values.scope, days: 0, ...asked }),
    enabled: Object.keys(asked).length > 0,
  });
  return <ObstaclesByDay days={data} />;
}
