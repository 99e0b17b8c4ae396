import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Caller } from './caller.js';
import type { Permission } from './permissions.js';
import type { Bind } from '../platform/sql.js';

/** Columns, as SQL, by which a row belongs to a project, to a partner and to the person who did it. */
export interface ScopeColumns {
  project: string;
  /** Absent when the rows belong to the whole project: then partners and staff do not reach them. */
  participation?: string;
  /** SQL condition for "done by this person", given placeholders of the user's and the person's id. */
  own?: (userId: string, personId: string) => string;
}

/** The condition that cuts rows to what the caller may reach with this permission: the only one, for lists, counts, filters, exports and histories. */
export function scopeSql(
  caller: Caller,
  permission: Permission,
  columns: ScopeColumns,
  bind: Bind,
): string {
  const reaching = caller
    .reaching(permission)
    .filter((m) => caller.projectId === null || m.projectId === caller.projectId);
  const whole = reaching
    .filter((m) => m.role !== 'partner' && m.role !== 'staff')
    .map((m) => m.projectId);
  const partner = reaching.flatMap((m) => (m.role === 'partner' ? (m.participationId ?? []) : []));
  const staff = reaching.filter((m) => m.role === 'staff').map((m) => m.projectId);
  const ways = [`${columns.project} = ANY(${bind(whole)}::uuid[])`];
  if (columns.participation && partner.length > 0) {
    ways.push(`${columns.participation} = ANY(${bind(partner)}::uuid[])`);
  }
  if (columns.own && staff.length > 0) {
    const own = columns.own(bind(caller.userId), bind(caller.personId));
    ways.push(`(${columns.project} = ANY(${bind(staff)}::uuid[]) AND ${own})`);
  }
  return `(${ways.join(' OR ')})`;
}

/** The same cut on a TypeORM query. */
export function scoped<E extends ObjectLiteral>(
  query: SelectQueryBuilder<E>,
  caller: Caller,
  permission: Permission,
  columns: ScopeColumns,
): SelectQueryBuilder<E> {
  const values: Record<string, unknown> = {};
  const bind: Bind = (value) => {
    const name = `scope${Object.keys(values).length}`;
    values[name] = value;
    return `:${name}`;
  };
  return query.andWhere(scopeSql(caller, permission, columns, bind), values);
}

/** A binder for positional SQL: pushes onto `params` and answers `$n`. */
export const binder =
  (params: unknown[]): Bind =>
  (value) =>
    `$${params.push(value)}`;
