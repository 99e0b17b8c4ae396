import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '../../config.js';
import { Outbox } from '../outbox/outbox.js';

export const MAIL_TOPIC = 'mail';

export interface Letter {
  to: string;
  subject: string;
  /** Plain text: what users wrote can never become markup. */
  text: string;
  /** An invitation for the reader's calendar (RFC 6047). */
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string };
}

/** Of whom every letter is. */
export const senderOf = ({ mailFrom, publicUrl }: Config): string =>
  mailFrom ?? `capofila@${new URL(publicUrl).hostname}`;

@Injectable()
export class Mail {
  constructor(private readonly outbox: Outbox) {}

  /** Sent after the caller's transaction commits, at least once; copies carry the same Message-ID. */
  async put(db: EntityManager, letter: Letter): Promise<void> {
    await this.outbox.put(db, MAIL_TOPIC, letter);
  }
}
