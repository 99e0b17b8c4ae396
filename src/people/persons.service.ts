import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { binder } from '../access/scope.js';
import { decodeCursor, pageOf, pageSize, type Page } from '../kernel/page.js';
import { Writes } from '../platform/write.js';
import { Person } from './person.entity.js';
import type { AddPerson, PersonFilter, PersonView } from './persons.dto.js';

const SELECT = `SELECT p.id, p.name, p.organisation_id AS "organisationId", o.name AS "organisationName", p.demonstration
  FROM person p LEFT JOIN organisation o ON o.id = p.organisation_id`;

/** Staff, teachers and mediators: those who do the work, not those for whom it is done. */
@Injectable()
export class PersonsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
  ) {}

  async list(filter: PersonFilter, caller: Caller): Promise<Page<PersonView>> {
    const params: unknown[] = [];
    const bind = binder(params);
    const where = [reachSql(caller, bind)];
    if (filter.search)
      where.push(`search_text(p.name) LIKE search_text(${bind(likeOf(filter.search))})`);
    if (filter.after) {
      const [name, id] = decodeCursor(filter.after, 2);
      where.push(
        `(p.name, p.id) > (${bind(String(name))} COLLATE "it-x-icu", ${bind(String(id))}::uuid)`,
      );
    }
    const limit = pageSize(filter);
    const rows: PersonView[] = await this.source.query(
      `${SELECT} WHERE ${where.join(' AND ')} ORDER BY p.name, p.id LIMIT ${bind(limit + 1)}`,
      params,
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.name, row.id],
      (row) => row,
    );
  }

  add({ name, organisationId = null }: AddPerson): Promise<PersonView> {
    return this.writes.run(async (db) => {
      const { id } = await db.save(db.create(Person, { name, organisationId }));
      return viewOf(db, id);
    });
  }
}

const likeOf = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

async function viewOf(db: EntityManager, id: string): Promise<PersonView> {
  const [row] = (await db.query(`${SELECT} WHERE p.id = $1`, [id])) as [PersonView];
  return row;
}

/** A partner's operator reaches the people of its own body and the working group of its project; the others everybody. */
function reachSql(caller: Caller, bind: (value: unknown) => string): string {
  const reaching = caller.reaching('person.view');
  if (reaching.some((membership) => membership.role !== 'partner')) return 'true';
  const participations = bind(reaching.flatMap((membership) => membership.participationId ?? []));
  const projects = bind(reaching.map((membership) => membership.projectId));
  return `(p.organisation_id IN (SELECT organisation_id FROM participation WHERE id = ANY(${participations}::uuid[]))
    OR p.id IN (SELECT person_id FROM team_member WHERE project_id = ANY(${projects}::uuid[])))`;
}
