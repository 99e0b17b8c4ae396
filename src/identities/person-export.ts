import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Clock } from '../kernel/dates.js';
import { codesOfPerson, findRecipient } from '../recipients/recipients.queries.js';
import type { PersonExport, PersonExportTable } from './identity.dto.js';
import { IdentitiesService } from './identities.service.js';

/** Every table that knows a person, and by which of its columns; a test compares it with the schema. */
export const TABLES_OF_A_PERSON: Record<string, string[]> = {
  recipient: ['id'],
  intake: ['recipient_id'],
  enrolment: ['recipient_id'],
  attendance: ['recipient_id'],
  recipient_merge: ['kept_id', 'gone_id'],
  not_the_same: ['one_id', 'other_id'],
};

/** All that is kept of one person under each of its codes, for the person who asks (GDPR, art. 15). */
@Injectable()
export class PersonExports {
  constructor(
    private readonly source: DataSource,
    private readonly identities: IdentitiesService,
    private readonly clock: Clock,
  ) {}

  async of(caller: Caller, projectId: string, id: string, purpose: string): Promise<PersonExport> {
    const where = { projectId, id, today: this.clock.today() };
    const { code } = await findRecipient(this.source.manager, caller, where, 'identity.export');
    const identity = await this.identities.readWhole(caller, projectId, id, purpose);
    const ids = await codesOfPerson(this.source.manager, id);
    const tables: PersonExportTable[] = [];
    for (const [table, columns] of Object.entries(TABLES_OF_A_PERSON)) {
      const found: { row: string }[] = await this.source.query(
        `SELECT row_to_json(t)::text AS row FROM ${table} t WHERE ${columns.map((column) => `t.${column} = ANY($1::uuid[])`).join(' OR ')} ORDER BY t.id`,
        [ids],
      );
      tables.push({ table, rows: found.map(({ row }) => row) });
    }
    const reads: { row: string }[] = await this.source.query(
      `SELECT json_build_object('at', e.at, 'action', e.action, 'reason', e.after, 'by', u.name)::text AS row
       FROM audit_entry e LEFT JOIN app_user u ON u.id = e.actor_id WHERE e.table_name = 'identity' AND e.row_id = ANY($1::uuid[]) ORDER BY e.id`,
      [ids],
    );
    tables.push({ table: 'identity accesses', rows: reads.map(({ row }) => row) });
    return { code, at: this.clock.now().toISOString(), identity, tables };
  }
}
