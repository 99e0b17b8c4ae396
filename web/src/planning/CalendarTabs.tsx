import { useContextLink } from '../frame/project-context.js';
import { Tabs } from '../frame/Tabs.js';

/** Calendar, the meetings in it, and what they left to do. */
export function CalendarTabs() {
  const link = useContextLink();
  return (
    <Tabs
      label="Parti del calendario"
      tabs={[
        { to: link('/calendario'), label: 'Calendario', end: true },
        { to: link('/calendario/incontri'), label: 'Incontri' },
        { to: link('/calendario/compiti'), label: 'Compiti' },
      ]}
    />
  );
}
