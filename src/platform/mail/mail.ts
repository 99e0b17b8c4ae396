import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Outbox } from '../outbox/outbox.js';

export const MAIL_TOPIC = 'mail';

export interface Letter {
  to: string;
  subject: string;
  /** Plain text: what users wrote can never become markup. */
  text: string;
}

@Injectable()
export class Mail {
  constructor(private readonly outbox: Outbox) {}

  /** Sent after the caller's transaction commits, at least once; copies carry the same Message-ID. */
  async put(db: EntityManager, letter: Letter): Promise<void> {
    await this.outbox.put(db, MAIL_TOPIC, letter);
  }
}
