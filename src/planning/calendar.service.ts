import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Clock, daysBetween, monthOf, monthPeriod, type Period } from '../kernel/dates.js';
import { RuleBroken } from '../kernel/errors.js';
import { calendarItems, MOST_ITEMS } from './calendar.queries.js';
import { conflictsOn, type Slot } from './conflicts.queries.js';
import { holidaysIn } from './holidays.js';
import type {
  CalendarQuery,
  CalendarView,
  PlannedDay,
  PlannedDays,
  PlannedDaysQuery,
} from './planning.dto.js';
import { inWords, occurrencesOf } from './recurrence.js';

const MOST_DAYS = 62;

/** What is planned when, and what would be in the way of something more. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Throws RuleBroken `calendar.range` for more than two months. */
  async read(caller: Caller, query: CalendarQuery): Promise<CalendarView> {
    const period = this.periodOf(query);
    const found = await calendarItems(this.source.manager, caller, period, query);
    return {
      items: found.slice(0, MOST_ITEMS),
      holidays: await holidaysIn(period, query.patron),
      cut: found.length > MOST_ITEMS,
    };
  }

  private periodOf({ from = `${monthOf(this.clock.today())}-01`, to }: CalendarQuery): Period {
    const period = { from, to: to ?? monthPeriod(monthOf(from)).to };
    const days = daysBetween(period.from, period.to);
    if (days < 0 || days > MOST_DAYS) throw range();
    return period;
  }

  /** The days of a rule, or the one day, with holidays and conflicts: what one sees before saving. */
  async planned(caller: Caller, query: PlannedDaysQuery): Promise<PlannedDays> {
    const { rule, firstDay, patron, personId, ...times } = query;
    const days = rule ? occurrencesOf(rule, firstDay) : [firstDay];
    const slots = days.map((day) => ({ ...times, day, staffIds: personId }));
    const items = await this.inTheWay(caller, slots, { patron });
    return { words: rule ? inWords(rule) : null, items };
  }

  /** What speaks against each day of the slots, in order; the activities of `except` are in nobody's way. */
  async inTheWay(
    caller: Caller,
    slots: Slot[],
    { except = [], patron }: { except?: string[]; patron?: string | undefined },
  ): Promise<PlannedDay[]> {
    const days = [...new Set(slots.map(({ day }) => day))].sort();
    const [from, to] = [days[0], days.at(-1)];
    if (!from || !to) return [];
    const found = await holidaysIn({ from, to }, patron);
    const holidays = new Map(found.map(({ day, name }) => [day, name]));
    const conflicts = await conflictsOn(this.source.manager, caller, slots.filter(isTimed), except);
    return days.map((day) => ({
      day,
      holiday: holidays.get(day) ?? null,
      conflicts: conflicts
        .filter((conflict) => conflict.day === day)
        .map(({ day: _day, ...rest }) => rest),
    }));
  }
}

const isTimed = ({ startTime, endTime }: Slot): boolean =>
  Boolean(startTime && endTime && startTime < endTime);

const range = () =>
  new RuleBroken('calendar.range', 'Il calendario mostra al massimo due mesi: scegli meno giorni.');
