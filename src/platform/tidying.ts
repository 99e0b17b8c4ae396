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

  private async forget(): Promise<void> {
    await this.source.query(
      `DELETE FROM idempotency_key WHERE created_at < now() - interval '90 days'`,
    );
    await this.source.query(`DELETE FROM sign_in_failure WHERE at < now() - interval '1 day'`);
    await this.source.query(`DELETE FROM session WHERE expires_at < now() - interval '30 days'`);
  }
}
