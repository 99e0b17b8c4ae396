import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import type { Permission } from '../access/permissions.js';
import type { IsoDate } from '../kernel/dates.js';
import type { FieldError } from '../kernel/errors.js';
import type { Format } from './cells.js';
import type { TargetKey } from './import.entity.js';
import type { Lookup } from './lookup.js';

/** A field that a column of the file may fill. */
export interface ImportColumn {
  key: string;
  label: string;
  /** Other words under which files know it. */
  names?: readonly string[];
  required?: true;
  /** What to write in it. */
  help?: string;
  /** How its value is written; absent for a text or a name. */
  as?: Format;
  /** The only words that it takes, in Italian, with what they stand for. */
  words?: Readonly<Record<string, string>>;
  /** What it names is of the project or a short list: a template tells it whole. */
  listed?: true;
}

/** What the columns of a target may name, by their keys. */
export type Names = Partial<Record<string, Lookup>>;

/** What a row of the file becomes, or what is wrong with it. */
export type Verdict =
  | {
      row: Record<string, unknown>;
      /** What the file does not say (a new code, today): part of the row, but not of what makes it the same row again. */
      given?: Record<string, unknown>;
      /** Stands already in the program, however it came there. */
      already?: boolean;
    }
  | { errors: FieldError[] };

/** Judges the rows of one file, one after the other: a later row may depend on an earlier one. */
export interface RowChecker {
  check(cells: ReadonlyMap<string, string>, line: number): Promise<Verdict>;
}

export interface ImportPlace {
  projectId: string;
  today: IsoDate;
}

/** Where, and for whom rows are judged: names that the caller does not reach are not there. */
export interface AskedPlace extends ImportPlace {
  caller: Caller;
}

/** Which rows of which import, both lines included. */
export interface Stretch {
  importId: string;
  from: number;
  to: number;
}

/** Something that a file can be imported into. */
export interface ImportTarget {
  key: TargetKey;
  permissions: readonly Permission[];
  /** Its rows belong to the whole institute: the same row is known whatever the project. */
  institute?: true;
  columns: readonly ImportColumn[];
  /** Its rows are of partners too: a partner's operator imports its own. */
  own?: true;
  /** Must never hold who somebody is: only columns of the known names are read. */
  nameless?: true;
  names(db: EntityManager, place: AskedPlace): Promise<Names>;
  checker(db: EntityManager, place: AskedPlace): Promise<RowChecker>;
  /** Marks as bad the good rows that do not go together with each other or with what is there, as already there those that are. */
  markConflicts?(db: EntityManager, importId: string): Promise<void>;
  /** Makes rows of the good ones of a stretch, under the ids that they have. */
  insert(db: EntityManager, stretch: Stretch, place: ImportPlace): Promise<void>;
  /** The tables of the rows that it makes. */
  tables: readonly string[];
  /** How many of the rows made can no longer be taken back. */
  changedSince(db: EntityManager, importId: string): Promise<number>;
  takeBack(db: EntityManager, importId: string, reason: string): Promise<void>;
}
