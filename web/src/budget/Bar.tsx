import { percent } from '../frame/format.js';
import { ratio } from './cents.js';

/** How much of the planned is spent. Beyond the plan the bar is full and red, and the number says by how much. */
export function Bar({ spent, planned }: { spent: string; planned: string }) {
  const part = ratio(spent, planned);
  const over = part > 1;
  return (
    <span className={`cf-bar ${over ? 'is-over' : ''}`}>
      <span className="cf-bar-track" aria-hidden="true">
        <i style={{ width: `${Math.min(part, 1) * 100}%` }} />
      </span>
      <span className="cf-num">{percent(part, 0)}</span>
    </span>
  );
}
