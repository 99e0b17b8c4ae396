import { Column, Entity, PrimaryColumn } from 'typeorm';

export const units = ['minutes', 'pages', 'count'] as const;
export type Unit = (typeof units)[number];

/** A kind of work, as data: what it is counted in and what it needs. */
@Entity('activity_kind')
export class ActivityKind {
  @PrimaryColumn('text') code: string;
  @Column('text') label: string;
  @Column('text') unit: Unit;
  @Column('boolean') needsStaff: boolean;
  @Column('boolean') needsLanguage: boolean;
  @Column('boolean') needsBodies: boolean;
  @Column('boolean') needsTerritory: boolean;
  @Column('boolean') needsGroup: boolean;
  /** Its activities have a register to be signed. */
  @Column('boolean') takesRegister: boolean;
  @Column('integer') position: number;
  @Column('integer') version: number;
}
