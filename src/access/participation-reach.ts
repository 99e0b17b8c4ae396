import type { Caller } from './caller.js';
import { scopeSql } from './scope.js';
import type { Bind } from '../platform/sql.js';

/** Cuts participations: a partner's operator sees its own, everybody else in the project sees them all. */
export const participationReach = (
  caller: Caller,
  columns: { project: string; participation: string },
  bind: Bind,
): string =>
  scopeSql(
    caller,
    'participation.view',
    // Our staff works for the whole partnership: who it is decides nothing here.
    { ...columns, own: (user, person) => `(${user}::uuid IS NOT NULL OR ${person}::uuid IS NULL)` },
    bind,
  );
