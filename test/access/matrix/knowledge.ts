import type { Letter } from './notation.js';

/** Whose a row is: the partner of the operator in the matrix (1), or another one of the same project (2). */
export type Side = 1 | 2;
/** name: projects and participations; plan: what the whole partnership shares; money: budget, documents of cost, expenses. */
export type Kind = 'name' | 'plan' | 'work' | 'money' | 'document' | 'job' | 'report' | 'contract';
export interface Owned {
  foreign: boolean;
  kind: Kind;
  /** Absent: of the whole project. */
  side?: Side;
  /** Who made it, when that decides. */
  by?: Letter;
}

/** Whether an id may ever stand in an answer to this actor. Written by hand, like the tables of statuses. */
export function mayLearn(letter: Letter, owned: Owned): boolean {
  if (letter === 'N') return false;
  if (letter === 'Y') return owned.kind === 'name';
  if (owned.foreign) return false;
  if (letter === 'P') return PARTNER(owned);
  return letter === 'S' ? STAFF(owned) : true;
}

// What has no partner and is shown to all of them: a budget's version, of which each sees its own lines.
const WHOLE: readonly Kind[] = ['name', 'plan', 'money'];

const PARTNER = ({ kind, side, by }: Owned): boolean =>
  kind === 'job' ? by === 'P' : side === 1 || (side === undefined && WHOLE.includes(kind));

// The staff member was there in the work of side 1.
const STAFF = ({ kind, side, by }: Owned): boolean =>
  by === 'S' || kind === 'name' || kind === 'plan' || (kind === 'work' && side === 1);
