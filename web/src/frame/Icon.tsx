import sprites from 'bootstrap-italia/dist/svg/sprites.svg?url';

interface IconProps {
  /** A Bootstrap Italia name without `it-`: 'calendar', 'pa', 'files'. */
  name: string;
  /** Said aloud when the icon stands alone; without it the icon is decoration. */
  label?: string;
  className?: string;
}

/** One sprite file for all icons: a single cached request, nothing inline for the policy to refuse. */
export function Icon({ name, label, className }: IconProps) {
  return (
    <svg
      className={`cf-icon ${className ?? ''}`}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      focusable="false"
    >
      <use href={`${sprites}#it-${name}`} />
    </svg>
  );
}
