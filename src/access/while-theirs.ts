import type { ShownIf } from '../platform/audit/audit-trail.js';
import type { Caller } from './caller.js';
import type { Permission } from './permissions.js';
import { scopeSql } from './scope.js';

/** Cuts the history of a row with a partner to what happened while the row was the caller's. */
export const whileTheirs =
  (caller: Caller, permission: Permission): ShownIf =>
  (payload, bind) =>
    scopeSql(
      caller,
      permission,
      {
        // The entry's own column: it stays when the values were erased.
        project: 'e.project_id',
        participation: `(${payload} ->> 'participation_id')::uuid`,
        own: (user, person) =>
          `((${payload} ->> 'created_by')::uuid = ${user}::uuid OR ${payload} -> 'staff_ids' ? ${person}::text
            OR (${payload} ->> 'mediator_id')::uuid = ${person}::uuid)`,
      },
      bind,
    );
