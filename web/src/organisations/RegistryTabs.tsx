import { useMay } from '../api/session.js';
import { useContextLink } from '../frame/project-context.js';
import { Tabs } from '../frame/Tabs.js';

/** Bodies and people, and what binds them to the projects. */
export function RegistryTabs() {
  const link = useContextLink();
  const may = useMay();
  const tabs = [
    { to: link('/enti'), label: 'Rubrica', end: true },
    may('course.view') && { to: link('/corsi'), label: 'Corsi e destinatari' },
    may('contract.view') && { to: link('/contratti'), label: 'Contratti e ore' },
  ];
  return <Tabs label="Parti di enti e persone" tabs={tabs.filter((tab) => tab !== false)} />;
}
