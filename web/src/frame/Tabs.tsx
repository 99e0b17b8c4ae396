import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';

interface TabsProps {
  label: string;
  /** Each tab is an address of its own, relative to the page. */
  tabs: { to: string; label: string; count?: number; end?: boolean }[];
}

/** Parts of one page, each with its address. */
export function Tabs({ label, tabs }: TabsProps) {
  const bar = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the tabs are wider than the page: the open one is brought into sight.
  useEffect(() => {
    const open = bar.current?.querySelector<HTMLElement>('.active');
    if (bar.current && open) bar.current.scrollLeft = open.offsetLeft - bar.current.offsetLeft - 16;
  }, [pathname]);
  return (
    <nav ref={bar} className="cf-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={tab.end ?? false} preventScrollReset>
          {tab.label}
          {tab.count !== undefined && <span className="cf-count">{tab.count}</span>}
        </NavLink>
      ))}
    </nav>
  );
}
