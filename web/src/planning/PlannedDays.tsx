import { useWatch } from 'react-hook-form';
import { plural, weekday } from '../frame/format.js';
import type { PlannedDay } from './calendar-queries.js';
import { Obstacles } from './Obstacles.js';
import { isKept } from './plan-values.js';
import type { Values } from './plan-values.js';

interface PlannedProps {
  planned: PlannedDay[];
  turned: ReadonlySet<string>;
  turn: (day: string) => void;
}

/** Each day of the series with what speaks against it; of a single day only that. */
export function PlannedDays({ planned, turned, turn }: PlannedProps) {
  const every = useWatch<Values, 'every'>({ name: 'every' });
  if (planned.length === 0) return null;
  if (!every) return <Obstacles planned={planned[0]!} />;
  const off = planned.filter((one) => !isKept(one, turned)).length;
  return (
    <fieldset className="cf-cal-planned">
      <legend>
        {plural(planned.length - off, 'incontro', 'incontri')}
        {off > 0 && `, ${plural(off, 'giorno escluso', 'giorni esclusi')}`}
      </legend>
      {planned.map((one) => (
        <div key={one.day}>
          <label>
            <input type="checkbox" checked={isKept(one, turned)} onChange={() => turn(one.day)} />
            {weekday(one.day, true)}
          </label>
          <Obstacles planned={one} />
        </div>
      ))}
    </fieldset>
  );
}
