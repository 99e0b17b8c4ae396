import { useCoursesChanged } from '../courses/course-queries.js';
import { useFormChoices } from '../activities/form-choices.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { EditPanel } from '../frame/EditPanel.js';
import { TextField } from '../frame/fields.js';
import { takeInCharge } from './recipient-queries.js';

interface PanelProps {
  projectId: string;
  close: () => void;
}

/** Somebody whom another project or partner knows already keeps the code there given, so that it is counted once. */
export function TakeInChargePanel({ projectId, close }: PanelProps) {
  const changed = useCoursesChanged(projectId);
  const { partners } = useFormChoices(projectId);
  return (
    <EditPanel
      title="Prendi in carico per codice"
      lead="Una persona che ha già un codice in un altro progetto o ente: resta la stessa persona e si conta una volta."
      values={{ code: '', participationId: partners.own ?? '' }}
      write={({ code, participationId }, key) =>
        takeInCharge(projectId, { code, participationId: participationId || null }, key)
      }
      changed={changed}
      said="Persona presa in carico."
      close={close}
    >
      <TextField
        name="code"
        label="Codice"
        help="Due gruppi di quattro segni, per esempio 7K2M-9QXA: lo dice chi ha già in carico la persona."
        maxLength={20}
        required
      />
      <ChoiceField
        name="participationId"
        label="Ente che la prende in carico"
        choices={partners.choices}
      />
    </EditPanel>
  );
}
