import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '../config.js';
import { InjectConfig } from '../platform/config.token.js';
import { Mail } from '../platform/mail/mail.js';
import { type Handler, OutboxHandler } from '../platform/outbox/handler.js';
import { packageAlertLetter, type PackageAlertFacts } from './package-alert-letter.js';

const FACTS = `
  SELECT a.threshold, j.title AS "projectTitle", c.title AS "contractTitle", k.label AS "kindLabel", k.unit, l.language, l.bought,
    contract_line_used(l.id, true)::float8 AS used,
    ARRAY(SELECT u.email::text FROM member m JOIN app_user u ON u.id = m.user_id
      WHERE m.project_id = l.project_id AND m.role = 'coordinator' AND u.disabled_at IS NULL ORDER BY 1) AS coordinators
  FROM package_alert a JOIN contract_line l ON l.id = a.contract_line_id JOIN contract c ON c.id = l.contract_id
  JOIN project j ON j.id = l.project_id JOIN activity_kind k ON k.code = l.kind
  WHERE a.id = $1`;

/** A package has reached a threshold, which the database notes once: the coordinators of its project get a letter each. */
@Injectable()
@OutboxHandler('contracts.package-alert')
export class PackageAlertHandler implements Handler<{ alertId: string }> {
  constructor(
    private readonly mail: Mail,
    @InjectConfig() private readonly config: Config,
  ) {}

  async settle(db: EntityManager, { alertId }: { alertId: string }): Promise<void> {
    const [alert] = (await db.query(FACTS, [alertId])) as [PackageAlertFacts?];
    if (!alert) return;
    for (const to of alert.coordinators)
      await this.mail.put(db, packageAlertLetter(alert, to, this.config.publicUrl));
  }
}
