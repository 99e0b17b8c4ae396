import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../access/caller.js';
import type { Permission } from '../access/permissions.js';
import { scoped } from '../access/scope.js';
import { Document } from './document.entity.js';

const columns = {
  project: 'd.project_id',
  participation: 'd.participation_id',
  own: (user: string) => `d.created_by = ${user}`,
};

/** The documents of the caller's project that it reaches with this permission, taken away or not, as `d`. */
export function visibleDocuments(
  db: EntityManager,
  caller: Caller,
  permission: Permission = 'document.view',
): SelectQueryBuilder<Document> {
  const rows = db.createQueryBuilder(Document, 'd');
  rows.where('d.project_id = :project', { project: caller.projectId });
  if (!caller.may('document.confidential')) rows.andWhere('NOT d.confidential');
  return scoped(rows, caller, permission, columns);
}
