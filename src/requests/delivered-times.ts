import { RuleBroken } from '../kernel/errors.js';

interface Given {
  startTime?: string | null;
  minutes?: number;
  wasted?: boolean;
}

interface Times {
  startTime: string | null;
  endTime: string | null;
  minutes: number;
}

const MINUTES_IN_DAY = 1440;
const pad = (value: number): string => String(value).padStart(2, '0');

/** Start, end and minutes of the work; a wasted trip has none. What is not told is as it was asked for. */
export function timesOf(
  { startTime = null, minutes, wasted = false }: Given,
  asked: number,
): Times {
  if (wasted) return { startTime: null, endTime: null, minutes: 0 };
  const lasted = minutes ?? asked;
  if (startTime === null) return { startTime, endTime: null, minutes: lasted };
  const begins = Number(startTime.slice(0, 2)) * 60 + Number(startTime.slice(3, 5));
  const ends = begins + lasted;
  if (ends >= MINUTES_IN_DAY) throw overMidnight();
  return { startTime, endTime: `${pad(Math.floor(ends / 60))}:${pad(ends % 60)}`, minutes: lasted };
}

const overMidnight = () =>
  new RuleBroken(
    'request.times',
    'L’intervento finirebbe il giorno dopo: correggi l’ora o la durata.',
    [{ path: 'minutes', message: 'L’intervento finirebbe il giorno dopo.' }],
  );
