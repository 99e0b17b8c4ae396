import { useMay } from '../api/session.js';
import { useContextLink } from '../frame/project-context.js';
import { Tabs } from '../frame/Tabs.js';

/** Courses, who follows them, and how many they are. */
export function PeopleTabs() {
  const link = useContextLink();
  const may = useMay();
  return (
    <Tabs
      label="Parti di corsi e destinatari"
      tabs={[
        { to: link('/corsi'), label: 'Corsi', end: true },
        { to: link('/destinatari'), label: 'Destinatari', end: true },
        { to: link('/destinatari/conteggi'), label: 'Conteggi' },
        { to: link('/corsi/operatori'), label: 'Operatori formati' },
        ...(may('recipient.merge')
          ? [{ to: link('/destinatari/doppioni'), label: 'Doppioni' }]
          : []),
        ...(may('retention.view')
          ? [{ to: link('/destinatari/conservazione'), label: 'Conservazione' }]
          : []),
      ]}
    />
  );
}
