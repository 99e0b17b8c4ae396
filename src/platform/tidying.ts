import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditChain } from './audit/audit-chain.js';
import { Chores } from './chores.js';

const SEAL_EVERY = 3;
const HOUR = 3600;

/** The platform's own chores: sealing the audit, forgetting what has run out. */
@Injectable()
export class Tidying {
  constructor(
    chores: Chores,
    private readonly chain: AuditChain,
    private readonly source: DataSource,
  ) {
    chores.every(SEAL_EVERY, () => this.chain.seal());
    chores.every(HOUR, () => this.forget());
  }

  /** Forgets what has run out; what does not fit into one round goes in the next. */
  async forget(): Promise<void> {
    for (const statement of OUTLIVED) await this.source.query(statement);
  }
}

const AT_ONCE = 20_000;

/** The outbox row of a job carries its id and goes after it. */
const OUTLIVED = [
  `DELETE FROM idempotency_key WHERE ctid = ANY(ARRAY(
     SELECT ctid FROM idempotency_key WHERE created_at < now() - interval '90 days' LIMIT ${AT_ONCE}))`,
  `DELETE FROM sign_in_failure WHERE at < now() - interval '1 day'`,
  `DELETE FROM session WHERE expires_at < now() - interval '30 days'`,
  `DELETE FROM job WHERE ended_at < now() - interval '90 days'`,
  `DELETE FROM outbox WHERE id IN (
     SELECT o.id FROM outbox o WHERE coalesce(o.delivered_at, o.failed_at) < now() - interval '90 days'
       AND NOT EXISTS (SELECT FROM job j WHERE j.id = o.id) LIMIT ${AT_ONCE})`,
];
