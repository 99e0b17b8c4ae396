import type { IsoDate } from '../kernel/dates.js';

const OPENS = 8 * 60 + 30;
const CLOSES = 18 * 60 + 30;
const PAUSE = 15;

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export interface Booked {
  start: string;
  end: string;
  minutes: number;
}

/** Who is busy until when on which day, so that nobody is in two places at once. */
export class Diary {
  private readonly busyUntil = new Map<string, number>();

  /** The next free time of the person on that day; null when the day is full. Nobody in particular is always free. */
  book(person: string | null, day: IsoDate, minutes: number): Booked | null {
    const key = `${day} ${person}`;
    const begins = person === null ? OPENS + 90 : (this.busyUntil.get(key) ?? OPENS);
    if (begins + minutes > CLOSES) return null;
    this.busyUntil.set(key, begins + minutes + PAUSE);
    return { start: clock(begins), end: clock(begins + minutes), minutes };
  }
}
