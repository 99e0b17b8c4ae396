import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '../config.js';
import { InjectConfig } from '../platform/config.token.js';
import { type Letter, Mail, senderOf } from '../platform/mail/mail.js';
import { entryOf } from './calendar-address.queries.js';
import { invitation } from './calendar-file.js';
import { type Called, cancellation, convocation } from './convocation.js';
import type { GuestView, MeetingView } from './meeting.dto.js';

/** What goes out by mail about a meeting: words, and the entry for the reader's calendar. */
@Injectable()
export class MeetingLetters {
  constructor(
    private readonly mail: Mail,
    @InjectConfig() private readonly config: Config,
  ) {}

  /** One letter for each guest, who has an address. */
  call(
    db: EntityManager,
    meeting: MeetingView,
    guests: GuestView[],
    from: { name: string; projectTitle: string },
  ): Promise<void> {
    return this.send(db, { ...meeting, ...from }, guests, (guest) =>
      convocation(meeting, guest, from),
    );
  }

  /** One letter for each guest who had been called. */
  callOff(db: EntityManager, meeting: MeetingView & { projectTitle: string }): Promise<void> {
    const called = meeting.guestList.filter(({ convenedAt }) => convenedAt !== null);
    return this.send(db, meeting, called, (guest) =>
      cancellation(meeting, guest, meeting.projectTitle),
    );
  }

  private async send(
    db: EntityManager,
    { activityId, projectTitle }: { activityId: string; projectTitle: string },
    guests: GuestView[],
    wordsFor: (guest: GuestView & Called) => Letter,
  ): Promise<void> {
    const entry = await entryOf(db, activityId);
    const host = new URL(this.config.publicUrl).hostname;
    const organizer = { name: projectTitle, email: senderOf(this.config) };
    for (const { email, ...guest } of guests) {
      if (email === null) continue;
      const known = { ...guest, email };
      const calendar = invitation(entry, host, { organizer, guest: { name: guest.name, email } });
      await this.mail.put(db, { ...wordsFor(known), calendar });
    }
  }
}
