import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';

export interface ReadEvent {
  uid: string;
  sequence: number;
  status: string | undefined;
  start: string;
  end: string;
  summary: string;
}

/** By Mozilla's reader. */
export function readByIcalJs(text: string): ReadEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]]);
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(zone as never);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: Number(event.sequence),
      status: component.getFirstPropertyValue('status') as string,
      start: event.startDate.isDate
        ? event.startDate.toString()
        : event.startDate.toJSDate().toISOString(),
      end: event.endDate.isDate ? event.endDate.toString() : event.endDate.toJSDate().toISOString(),
      summary: event.summary,
    };
  });
}

const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/** By the reader of the Node world. */
export function readByNodeIcal(text: string): ReadEvent[] {
  return Object.values(nodeIcal.sync.parseICS(text))
    .filter((entry): entry is VEvent => entry?.type === 'VEVENT')
    .map((event) => ({
      uid: event.uid,
      sequence: Number(event.sequence),
      status: event.status,
      start: event.datetype === 'date' ? dayOf(event.start) : event.start.toISOString(),
      end: event.datetype === 'date' ? dayOf(event.end as Date) : (event.end as Date).toISOString(),
      summary: typeof event.summary === 'string' ? event.summary : event.summary.val,
    }));
}
