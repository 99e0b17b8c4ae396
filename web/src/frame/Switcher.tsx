import { Link, useLocation } from 'react-router';

interface SwitcherProps {
  label: string;
  /** What each view sets in the address, null to take it away; the other filters stay. */
  views: { at: string; label: string; params: Record<string, string | null> }[];
  at: string;
  className?: string;
}

/** Ways of looking at the same rows. */
export function Switcher({ label, views, at, className = '' }: SwitcherProps) {
  const { search } = useLocation();
  const to = (set: Record<string, string | null>) => {
    const params = new URLSearchParams(search);
    for (const [name, value] of Object.entries(set)) {
      if (value) params.set(name, value);
      else params.delete(name);
    }
    return { search: params.toString() };
  };
  return (
    <nav className={`cf-switcher ${className}`} aria-label={label}>
      {views.map((view) => (
        <Link
          key={view.at}
          to={to(view.params)}
          aria-current={view.at === at}
          replace
          preventScrollReset
        >
          {view.label}
        </Link>
      ))}
    </nav>
  );
}
