import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Clock, type IsoDate, type Period } from '../kernel/dates.js';
import { RuleBroken } from '../kernel/errors.js';
import { periodsOf } from '../recipients/period-sets.js';
import type {
  PeopleCounts,
  PeopleFigures,
  PeopleGroup,
  PeopleQuery,
  PeopleRowsQuery,
  PersonRowPage,
} from './people.dto.js';
import {
  type Counted,
  countFigures,
  countHeads,
  firstDay,
  listPeople,
  NOTHING,
} from './people.queries.js';

const MOST_PERIODS = 60;
/** Breakdowns in which one person may stand in several groups. */
const OVERLAPPING = ['project', 'workItem', 'period'];

type LabelledPeriod = Period & { label: string };

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
      const periods =
        by === 'period' ? await this.periods(db, caller, { ...filter, periodSet }) : [];
      const [whole, ...groups] = await countFigures(db, caller, filter, { by, periods });
      return {
        ...figuresOf(whole),
        ...(await countHeads(db, caller, filter)),
        groups: by === 'period' ? periods.map(periodGroup(groups)) : by ? groups.map(toGroup) : [],
        overlapping: OVERLAPPING.includes(by ?? ''),
      };
    });
  }

  rows(caller: Caller, query: PeopleRowsQuery): Promise<PersonRowPage> {
    return listPeople(this.source.manager, caller, query);
  }

  private async periods(
    db: EntityManager,
    caller: Caller,
    { periodSet, ...filter }: PeopleQuery,
  ): Promise<LabelledPeriod[]> {
    const first = filter.from ?? (await firstDay(db, caller, filter));
    return first ? periodsWithin(first, filter.to ?? this.clock.today(), periodSet) : [];
  }
}

/** Periods cut to these days: those that were asked, or from the first presence until today. */
function periodsWithin(
  first: IsoDate,
  last: IsoDate,
  periodSet: PeopleQuery['periodSet'] = 'fami_quarter',
): LabelledPeriod[] {
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

const figuresOf = (counted: Counted | undefined): PeopleFigures => {
  const { presences, minutes, people, recipients, toVerify, notTarget } = counted ?? NOTHING;
  return { presences, minutes, people, recipients, toVerify, notTarget };
};

const toGroup = (counted: Counted): PeopleGroup => ({
  key: counted.key ?? '',
  label: counted.label ?? '',
  from: null,
  to: null,
  ...figuresOf(counted),
});

/** A period in which nobody was is shown all the same. */
const periodGroup =
  (counted: readonly Counted[]) =>
  ({ label, from, to }: LabelledPeriod, at: number): PeopleGroup => {
    const place = String(at + 1);
    return { key: from, label, from, to, ...figuresOf(counted.find(({ key }) => key === place)) };
  };
