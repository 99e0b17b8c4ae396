import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Mail } from '../../src/platform/mail/mail.js';
import { startSmtp, type SmtpServer } from './smtp-server.js';
import { startWorker, type Worker } from './worker.js';

const letter = {
  to: 'capofila@example.it',
  subject: 'Scheda inviata',
  text: 'La scheda è partita: 1.234,50 €.',
  calendar: { method: 'REQUEST', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR' } as const,
};

async function put(worker: Worker): Promise<string> {
  await worker.source.transaction((db) => worker.app.get(Mail).put(db, letter));
  const [row] = (await worker.source.query(
    'SELECT id FROM outbox ORDER BY created_at DESC LIMIT 1',
  )) as [{ id: string }];
  return row.id;
}

const messageId = (message: string): string | undefined =>
  /^Message-ID: (.+)$/im.exec(message)?.[1]?.trim();

describe('a letter, with a mail server', () => {
  let worker: Worker;
  let smtp: SmtpServer;
  beforeAll(async () => {
    smtp = await startSmtp({ cutAfterMessage: 1 });
    worker = await startWorker({ queue: false, smtpUrl: smtp.url });
  });
  afterAll(async () => {
    await worker.stop();
    await smtp.stop();
  });

  it('is sent again under the same Message-ID when nobody knows whether it arrived', async () => {
    const id = await put(worker);
    await expect(worker.deliveries.deliver(id)).rejects.toThrow('closed');
    await worker.deliveries.deliver(id);
    await worker.deliveries.deliver(id);
    expect(smtp.received.map(messageId)).toEqual([
      `<${id}@capofila.example.it>`,
      `<${id}@capofila.example.it>`,
    ]);
  });
});

describe('a letter, without a mail server', () => {
  let worker: Worker;
  beforeAll(async () => {
    worker = await startWorker({ queue: false });
  });
  afterAll(() => worker.stop());

  it('is kept as one file that a mail program opens', async () => {
    const id = await put(worker);
    await worker.deliveries.deliver(id);
    const folder = join(worker.dataDir, 'mail');
    expect(readdirSync(folder)).toEqual([`${id}.eml`]);
    const message = readFileSync(join(folder, `${id}.eml`), 'utf8');
    expect(messageId(message)).toBe(`<${id}@capofila.example.it>`);
    expect(message).toContain('To: capofila@example.it');
    // Its words are with whom it went to, not in every copy of the database.
    const [row] = await worker.source.query('SELECT payload FROM outbox WHERE id = $1', [id]);
    expect(Object.keys(row.payload).sort()).toEqual(['subject', 'to']);
  });

  it('carries an invitation as mail programs know it', async () => {
    const id = await put(worker);
    await worker.deliveries.deliver(id);
    const message = readFileSync(join(worker.dataDir, 'mail', `${id}.eml`), 'utf8');
    expect(message).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/im);
    expect(message).toContain('filename=invito.ics');
  });

  it('cannot smuggle a header through its subject', async () => {
    await worker.source.transaction((db) =>
      worker.app.get(Mail).put(db, { ...letter, subject: 'Ciao\r\nBcc: altri@example.it' }),
    );
    const rows: { id: string }[] = await worker.source.query(
      'SELECT id FROM outbox WHERE delivered_at IS NULL',
    );
    for (const { id } of rows) await worker.deliveries.deliver(id);
    const messages = rows.map(({ id }) =>
      readFileSync(join(worker.dataDir, 'mail', `${id}.eml`), 'utf8'),
    );
    for (const message of messages) expect(message).not.toMatch(/^Bcc:/im);
  });
});
