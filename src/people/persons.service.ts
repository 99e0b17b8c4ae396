import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { binder } from '../access/scope.js';
import { decodeCursor, pageOf, pageSize, type Page } from '../kernel/page.js';
import { bumpVersion, given } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { personReach } from './person-reach.js';
import { Person } from './person.entity.js';
import type { AddPerson, ChangePerson, PersonFilter, PersonView } from './persons.dto.js';
import { likeOf } from '../platform/sql.js';

const SELECT = `SELECT p.id, p.name, p.organisation_id AS "organisationId", o.name AS "organisationName", p.demonstration, p.version
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
    const where = [personReach(caller, bind)];
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

  /** Whoever changes people reaches them all: the institute's address book is one. */
  change(id: string, seen: number, change: ChangePerson): Promise<PersonView> {
    return this.writes.run(async (db) => {
      const person = await bumpVersion(db, Person, { id }, seen);
      await db.save(Object.assign(person, given(change)));
      return viewOf(db, id);
    });
  }
}

async function viewOf(db: EntityManager, id: string): Promise<PersonView> {
  const [row] = (await db.query(`${SELECT} WHERE p.id = $1`, [id])) as [PersonView];
  return row;
}
