import ical, {
  ICalCalendarMethod,
  type ICalCalendarData,
  ICalEventStatus,
  type ICalEventData,
} from 'ical-generator';
import { tzlib_get_ical_block as timeZoneBlock } from 'timezones-ical-library';
import { addDays, type IsoDate } from '../kernel/dates.js';

/** One activity as a calendar may show it to the world: no note, no name of a recipient. */
export interface CalendarEntry {
  id: string;
  /** Raised by every change: the SEQUENCE follows it. */
  version: number;
  state: string;
  day: IsoDate;
  endsOn: IsoDate | null;
  startTime: string | null;
  endTime: string | null;
  title: string;
  projectName: string;
  workItemCode: string;
  place: string | null;
  staffNames: string[];
  changedAt: Date;
}

const ZONE = 'Europe/Rome';

/** The calendar as an iCalendar file (RFC 5545): stable UID, SEQUENCE, cancellations, VTIMEZONE. */
export function calendarFile(name: string, host: string, entries: CalendarEntry[]): string {
  const calendar = inZone({ name, ttl: 60 * 60 });
  for (const entry of entries) calendar.createEvent(eventOf(entry, host));
  return calendar.toString();
}

interface Party {
  name: string;
  email: string;
}

/**
 * The same entry for the calendar of one who is called together (RFC 5546): by its UID it takes the place of what was
 * sent before, and of the same entry of a feed. Cancelled, it takes it away.
 */
export function invitation(
  entry: CalendarEntry,
  host: string,
  { organizer, guest }: { organizer: Party; guest: Party },
): { method: 'REQUEST' | 'CANCEL'; content: string } {
  const method = entry.state === 'cancelled' ? 'CANCEL' : 'REQUEST';
  const calendar = inZone({ method: ICalCalendarMethod[method] });
  // Whoever keeps the meeting notes who comes: no answer by mail is waited for.
  calendar.createEvent({
    ...eventOf(entry, host),
    organizer,
    attendees: [{ ...guest, rsvp: false }],
  });
  return { method, content: calendar.toString() };
}

function inZone(data: ICalCalendarData) {
  const prodId = { company: 'Capofila', product: 'Capofila', language: 'IT' };
  const calendar = ical({ ...data, prodId });
  calendar.timezone({ name: ZONE, generator: (zone) => timeZoneBlock(zone)[0] ?? null });
  return calendar;
}

const eventOf = (entry: CalendarEntry, host: string): ICalEventData => ({
  // Whoever is given the address is not told our ids.
  id: `${entry.id.replaceAll('-', '')}@${host}`,
  sequence: entry.version - 1,
  stamp: entry.changedAt,
  lastModified: entry.changedAt,
  status: entry.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  summary: `${entry.title} (${entry.projectName}, ${entry.workItemCode})`,
  ...(entry.place ? { location: entry.place } : {}),
  ...(entry.staffNames.length > 0 ? { description: `Con ${entry.staffNames.join(', ')}` } : {}),
  ...timesOf(entry),
});

type Times = Pick<ICalEventData, 'start' | 'end' | 'allDay' | 'timezone'>;

function timesOf({ day, endsOn, startTime, endTime }: CalendarEntry): Times {
  const last = endsOn ?? day;
  if (startTime === null || endTime === null) {
    // The end of whole days is the day after the last.
    return { start: midnight(day), end: midnight(addDays(last, 1)), allDay: true } as const;
  }
  return { start: inRome(day, startTime), end: inRome(last, endTime), timezone: ZONE } as const;
}

// The library writes a date's own fields as they are: the hour on the clock in Rome.
const midnight = (day: IsoDate): Date => new Date(`${day}T00:00:00`);
const inRome = (day: IsoDate, time: string): Date => new Date(`${day}T${time}:00`);
