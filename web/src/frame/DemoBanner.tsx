import { useMe } from '../api/session.js';
import { day } from './format.js';
import { Icon } from './Icon.js';

/** Says on every page that the program runs on the calendar of the demonstration. */
export function DemoBanner() {
  const { demonstration } = useMe();
  if (!demonstration) return null;
  return (
    <p className="cf-demo">
      <Icon name="info-circle" />
      <span>
        <strong>Oggi è il {day(demonstration.today)}.</strong> {demonstration.note}
      </span>
    </p>
  );
}
