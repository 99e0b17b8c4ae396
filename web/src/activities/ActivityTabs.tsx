import { useMay } from '../api/session.js';
import { useContextLink } from '../frame/project-context.js';
import { Tabs } from '../frame/Tabs.js';

/** Ways to the work that was done or is asked for. */
export function ActivityTabs() {
  const link = useContextLink();
  const may = useMay();
  const tabs = [
    { to: link('/attivita'), label: 'Registro', end: true },
    { to: link('/settimana'), label: 'Settimana' },
    { to: link('/attivita/pivot'), label: 'Pivot' },
    may('request.view') && { to: link('/mediazione'), label: 'Mediazione a chiamata' },
    may('import.view') && { to: link('/importa'), label: 'Importa' },
  ];
  return <Tabs label="Parti delle attività" tabs={tabs.filter((tab) => tab !== false)} />;
}
