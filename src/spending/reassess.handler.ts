import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Handler, OutboxHandler } from '../platform/outbox/handler.js';
import { assess } from './assessment.js';

/** The dates or the CUP of a project, or its budget, have changed: what is claimable may have changed with them. */
@Injectable()
@OutboxHandler('spending.reassess')
export class ReassessHandler implements Handler<{ projectId: string }> {
  settle(db: EntityManager, { projectId }: { projectId: string }): Promise<void> {
    return assess(db, projectId, null);
  }
}
