import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { RuleBroken } from '../kernel/errors.js';
import type { Page } from '../kernel/page.js';
import { bumpVersion, given } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { Organisation } from './organisation.entity.js';
import type {
  AddOrganisation,
  ChangeOrganisation,
  OrganisationFilter,
  OrganisationRow,
  OrganisationView,
} from './organisations.dto.js';
import { pageOfOrganisations, sheetOf } from './organisations.queries.js';
import { replaceTies } from './ties.js';

/** The one address book. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
  ) {}

  list(filter: OrganisationFilter): Promise<Page<OrganisationRow>> {
    return pageOfOrganisations(this.source.manager, filter);
  }

  read(id: string, caller: Caller): Promise<OrganisationView> {
    return sheetOf(this.source.manager, id, caller);
  }

  add(body: AddOrganisation, caller: Caller): Promise<OrganisationView> {
    return this.writes.run(async (db) => {
      const organisation = await db.save(db.create(Organisation, given(body)));
      await replaceTies(db, organisation.id, body);
      return sheetOf(db, organisation.id, caller);
    });
  }

  change(
    id: string,
    version: number,
    body: ChangeOrganisation,
    caller: Caller,
  ): Promise<OrganisationView> {
    return this.writes.run(async (db) => {
      const organisation = await bumpVersion(db, Organisation, { id }, version);
      if (body.parentId) await assertNotUnderItself(db, id, body.parentId);
      await db.save(Object.assign(organisation, given(body)));
      await replaceTies(db, id, body);
      return sheetOf(db, id, caller);
    });
  }
}

async function assertNotUnderItself(
  db: EntityManager,
  id: string,
  parentId: string,
): Promise<void> {
  const [loop] = (await db.query(
    `WITH RECURSIVE above AS (
       SELECT id, parent_id FROM organisation WHERE id = $2
       UNION SELECT o.id, o.parent_id FROM organisation o JOIN above a ON o.id = a.parent_id)
     SELECT 1 FROM above WHERE id = $1`,
    [id, parentId],
  )) as unknown[];
  if (loop) {
    throw new RuleBroken(
      'organisation.loop',
      'Un ente non può dipendere da sé stesso: scegli un altro ente superiore.',
      [{ path: 'parentId', message: 'Dipende già da questo ente.' }],
    );
  }
}
