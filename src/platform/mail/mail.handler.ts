import { Injectable } from '@nestjs/common';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SendMailOptions } from 'nodemailer';
import type { EntityManager } from 'typeorm';
import type { Config } from '../../config.js';
import { InjectConfig } from '../config.token.js';
import { OutboxHandler, type Delivery, type Handler } from '../outbox/handler.js';
import { MAIL_TOPIC, senderOf, type Letter } from './mail.js';

const PATIENCE_MS = 20_000;

/** Hands a letter to the mail server; with none configured it is kept as a file, so that nothing is lost or sent by mistake. */
@OutboxHandler(MAIL_TOPIC)
@Injectable()
export class MailHandler implements Handler<Letter, void> {
  constructor(@InjectConfig() private readonly config: Config) {}

  async prepare(letter: Letter, delivery: Delivery): Promise<void> {
    const message = this.compose(letter, delivery);
    if (this.config.smtpUrl) await send(this.config.smtpUrl, message);
    else await this.keep(delivery.id, message);
  }

  /** Its words are with whom it went to: a link among them would open what it is for from any copy of the database. */
  async settle(db: EntityManager, _: Letter, __: void, { id }: Delivery): Promise<void> {
    await db.query(`UPDATE outbox SET payload = payload - 'text' - 'calendar' WHERE id = $1`, [id]);
  }

  /** Id and date come from the outbox row: a letter sent twice is the same letter. */
  private compose({ calendar, ...words }: Letter, { id, createdAt }: Delivery): SendMailOptions {
    const host = new URL(this.config.publicUrl).hostname;
    return {
      from: senderOf(this.config),
      ...words,
      messageId: `<${id}@${host}>`,
      date: createdAt,
      ...(calendar && { icalEvent: { ...calendar, filename: 'invito.ics' } }),
    };
  }

  private async keep(id: string, message: SendMailOptions): Promise<void> {
    const folder = join(this.config.dataDir, 'mail');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { createTransport } = await import('nodemailer');
    const composer = createTransport({ streamTransport: true, buffer: true });
    const { message: bytes } = await composer.sendMail(message);
    const unfinished = join(folder, `.${id}.part`);
    await writeFile(unfinished, bytes as Buffer, { mode: 0o600 });
    await rename(unfinished, join(folder, `${id}.eml`));
  }
}

async function send(url: string, message: SendMailOptions): Promise<void> {
  const limits = `connectionTimeout=${PATIENCE_MS}&socketTimeout=${PATIENCE_MS}`;
  const { createTransport } = await import('nodemailer');
  const server = createTransport(`${url}${url.includes('?') ? '&' : '?'}${limits}`);
  try {
    await server.sendMail(message);
  } finally {
    server.close();
  }
}
