import { EditPanel } from '../frame/EditPanel.js';
import { dayTyped } from '../frame/format.js';
import { parseDay } from '../frame/parse.js';
import { useToday } from '../frame/today.js';
import { DayField } from '../frame/typedFields.js';
import { useSeen } from '../frame/useSeen.js';
import { publishContent, useContentsChanged } from './publishing-queries.js';
import type { Content } from './publishing-queries.js';

/** Gives a content to the public, on the day on which it came out. */
export function PublishPanel({ content, close }: { content: Content; close: () => void }) {
  const today = useToday();
  const { row, values } = useSeen(content, () => ({ publishedOn: dayTyped(today) }));
  return (
    <EditPanel
      title="Pubblica il contenuto"
      lead={`«${row.title}» entra nei feed del suo tema e territorio, che altri siti riprendono, e conta nella sua azione.`}
      values={values}
      write={({ publishedOn }, key) =>
        publishContent(row, parseDay(publishedOn, today) ?? publishedOn, key)
      }
      changed={useContentsChanged()}
      said={({ feeds }) => `Pubblicato${feeds.length > 0 ? ` in: ${feeds.join(', ')}` : ''}.`}
      close={close}
      submit="Pubblica"
    >
      <DayField name="publishedOn" label="Uscito il" required />
    </EditPanel>
  );
}
