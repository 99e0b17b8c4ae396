import { useContextLink } from '../frame/project-context.js';
import { Tabs } from '../frame/Tabs.js';

/** What is told to the funder, and what is counted for it. */
export function ReportingTabs() {
  const link = useContextLink();
  return (
    <Tabs
      label="Parti delle rendicontazioni"
      tabs={[
        { to: link('/rendicontazioni'), label: 'Schede', end: true },
        { to: link('/rendicontazioni/indicatori'), label: 'Indicatori' },
      ]}
    />
  );
}
