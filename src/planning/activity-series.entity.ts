import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { IsoDate } from '../kernel/dates.js';

// The driver reads the days of an array as midnights of UTC.
const asDays = {
  to: (days: IsoDate[]): IsoDate[] => days,
  from: (days: (Date | IsoDate)[]): IsoDate[] =>
    days.map((day) => (day instanceof Date ? day.toISOString().slice(0, 10) : day)),
};

/** A recurrence that planned activities; its days are those of its rows, the rule says how they came about. */
@Entity('activity_series')
export class ActivitySeries {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  /** RFC 5545, without times: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20191220' */
  @Column('text') rule: string;
  @Column('date') firstDay: IsoDate;
  /** Days of the rule that were left out: holidays, mostly. */
  @Column('date', { array: true, default: [], transformer: asDays }) leftOut: IsoDate[];
  @Column('integer', { default: 1 }) version: number;
}
