import { NavLink } from 'react-router';

interface TabsProps {
  label: string;
  /** Each tab is an address of its own, relative to the page. */
  tabs: { to: string; label: string; count?: number; end?: boolean }[];
}

/** Parts of one page, each with its address. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav className="cf-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={tab.end ?? false} preventScrollReset>
          {tab.label}
          {tab.count !== undefined && <span className="cf-count">{tab.count}</span>}
        </NavLink>
      ))}
    </nav>
  );
}
