import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Clock, type IsoDate, type Period } from '../kernel/dates.js';
import { RuleBroken } from '../kernel/errors.js';
import { periodsOf } from '../recipients/period-sets.js';
import type {
  PeopleCounts,
  PeopleGroup,
  PeopleQuery,
  PeopleRowsQuery,
  PersonRowPage,
} from './people.dto.js';
import { countGroups, countHeads, countWhole, firstDay, listPeople } from './people.queries.js';

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
        const first = filter.from ?? (await firstDay(db, caller, filter));
        const last = filter.to ?? this.clock.today();
        for (const { label, from, to } of first ? periodsWithin(first, last, periodSet) : []) {
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
}

/** Periods cut to these days: those that were asked, or from the first presence until today. */
function periodsWithin(
  first: IsoDate,
  last: IsoDate,
  periodSet: PeopleQuery['periodSet'] = 'fami_quarter',
): (Period & { label: string })[] {
  const periods = periodsOf(periodSet, { from: first, to: last });
  if (periods.length > MOST_PERIODS) {
    throw new RuleBroken(
      'people.periods',
      `Sono ${periods.length} periodi: scegline al massimo ${MOST_PERIODS}, o un calendario più largo.`,
    );
  }
  return periods.map((period) => ({
    label: period.label,
    from: period.from < first ? first : period.from,
    to: period.to > last ? last : period.to,
  }));
}
