import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Clock, type Period } from '../kernel/dates.js';
import { RuleBroken } from '../kernel/errors.js';
import { periodsOf } from '../recipients/period-sets.js';
import type {
  PeopleCounts,
  PeopleGroup,
  PeopleQuery,
  PeopleRowsQuery,
  PersonRowPage,
} from './people.dto.js';
import { countGroups, countHeads, countWhole, listPeople } from './people.queries.js';

const MOST_PERIODS = 60;
/** Breakdowns in which one person may stand in several groups. */
const OVERLAPPING = ['project', 'workItem', 'period'];

/** How many people, presences and hours, over any range. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Whole and groups are read at one moment, so that they tell of the same presences. */
  async count(caller: Caller, { by, periodSet, ...filter }: PeopleQuery): Promise<PeopleCounts> {
    return this.source.transaction('REPEATABLE READ', async (db) => {
      const whole = await countWhole(db, caller, filter);
      const heads = await countHeads(db, caller, filter);
      const groups: PeopleGroup[] = [];
      if (by === 'period') {
        for (const { label, from, to } of await this.periods({ ...filter, periodSet })) {
          const figures = await countWhole(db, caller, { ...filter, from, to });
          groups.push({ key: from, label, from, to, ...figures });
        }
      } else if (by) groups.push(...(await countGroups(db, caller, filter, by)));
      return { ...whole, ...heads, groups, overlapping: OVERLAPPING.includes(by ?? '') };
    });
  }

  rows(caller: Caller, query: PeopleRowsQuery): Promise<PersonRowPage> {
    return listPeople(this.source.manager, caller, query);
  }

  /** Periods cut to the days that were asked; a year back when no days were. */
  private async periods({
    from,
    to = this.clock.today(),
    periodSet = 'fami_quarter',
  }: PeopleQuery): Promise<(Period & { label: string })[]> {
    const first = from ?? `${Number(to.slice(0, 4)) - 1}${to.slice(4, 7)}-01`;
    const periods = periodsOf(periodSet, { from: first, to });
    if (periods.length > MOST_PERIODS) {
      throw new RuleBroken(
        'people.periods',
        `Sono ${periods.length} periodi: scegline al massimo ${MOST_PERIODS}, o un calendario più largo.`,
      );
    }
    return periods.map((period) => ({
      label: period.label,
      from: period.from < first ? first : period.from,
      to: period.to > to ? to : period.to,
    }));
  }
}
