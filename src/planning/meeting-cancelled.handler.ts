import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../kernel/dates.js';
import { type Handler, OutboxHandler } from '../platform/outbox/handler.js';
import { Meeting } from './meeting.entity.js';
import { MeetingLetters } from './meeting-letters.js';
import { meetingAsCalled } from './meeting.queries.js';

/** The work of a meeting that people had been called to was cancelled: they get a letter, once. */
@Injectable()
@OutboxHandler('planning.meeting-cancelled')
export class MeetingCancelledHandler implements Handler<{ meetingId: string }> {
  constructor(
    private readonly letters: MeetingLetters,
    private readonly clock: Clock,
  ) {}

  async settle(db: EntityManager, { meetingId: id }: { meetingId: string }): Promise<void> {
    const lock = { mode: 'pessimistic_write' } as const;
    const { calledOffAt } = await db.findOneOrFail(Meeting, { where: { id }, lock });
    const meeting = await meetingAsCalled(db, id);
    // Had back before anybody heard of it, told already, or long past.
    if (meeting.state !== 'cancelled' || calledOffAt || meeting.day < this.clock.today()) return;
    await this.letters.callOff(db, meeting);
    await db.update(Meeting, { id }, { calledOffAt: this.clock.now() });
  }
}
