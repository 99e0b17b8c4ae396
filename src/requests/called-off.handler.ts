import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Activity } from '../activities/activity.entity.js';
import { Clock } from '../kernel/dates.js';
import { Mail } from '../platform/mail/mail.js';
import { type Handler, OutboxHandler } from '../platform/outbox/handler.js';
import { calledOffLetters, restoredLetters } from './letters.js';
import { MediationRequest } from './mediation-request.entity.js';
import { requestAsTold } from './request.queries.js';

interface Changed {
  requestId: string;
  activityId: string;
}

/** The planned work of a request was cancelled, or had back: who knows otherwise gets a letter. */
@Injectable()
@OutboxHandler('requests.work')
export class CalledOffHandler implements Handler<Changed> {
  constructor(
    private readonly mail: Mail,
    private readonly clock: Clock,
  ) {}

  async settle(db: EntityManager, { requestId: id, activityId }: Changed): Promise<void> {
    const lock = { mode: 'pessimistic_write' } as const;
    // Assigned anew meanwhile, its letters have gone already.
    const request = await db.findOne(MediationRequest, { where: { id, activityId }, lock });
    const work = await db.findOneByOrFail(Activity, { id: activityId });
    if (!request || work.day < this.clock.today()) return;
    const calledOff = work.state === 'cancelled';
    // Had back before anybody heard of it, or heard of already.
    if (calledOff === request.calledOff) return;
    if (!calledOff && request.state !== 'assigned') return;
    const letters = calledOff ? calledOffLetters : restoredLetters;
    for (const letter of letters(await requestAsTold(db, id), request.told))
      await this.mail.put(db, letter);
    await db.update(MediationRequest, { id }, { calledOff });
  }
}
