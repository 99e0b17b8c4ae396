import type { ActivityQuery } from './activity-queries.js';

interface Asked {
  /** '', 'prossime' or 'tutte'. */
  periodo: string;
  dal: string;
  al: string;
  stato: string;
}

interface AskedPeriod {
  query: Pick<ActivityQuery, 'from' | 'to' | 'state'>;
  /** The list stops at today although nobody chose so. */
  untilToday: boolean;
  /** The list holds what is planned from today on, soonest first. */
  ahead: boolean;
}

/** The days that the filters ask for: up to today unless they say otherwise, since a plan may reach years ahead. */
export function periodOf(asked: Asked, today: string): AskedPeriod {
  const { periodo, dal, al, stato } = asked;
  if (periodo === 'prossime') return fromToday(asked, today);
  const untilToday = periodo !== 'tutte' && al === '' && dal <= today && stato !== 'planned';
  return { query: between(dal, untilToday ? today : al), untilToday, ahead: false };
}

const fromToday = ({ dal, al, stato }: Asked, today: string): AskedPeriod => ({
  query: {
    ...between(dal > today ? dal : today, al),
    ...(stato === '' && { state: ['planned'] }),
  },
  untilToday: false,
  ahead: true,
});

const between = (from: string, to: string) => ({ ...(from && { from }), ...(to && { to }) });
