import pg from 'pg';
import { Refused, type Work } from './command.js';

const LATE_SECONDS = 120;

/** A worker that lives hands over what is due within a second; rows that nobody picks up mean that none does. */
export const checkJobs: Work = async ({ databaseUrl }) => {
  if (!databaseUrl) throw new Refused('Questo controllo vale solo con DATABASE_URL.');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ late: number }>(
      `SELECT count(*)::int AS late FROM outbox
         WHERE delivered_at IS NULL AND failed_at IS NULL
           AND next_at < now() - make_interval(secs => $1)`,
      [LATE_SECONDS],
    );
    const late = rows[0]?.late ?? 0;
    if (late > 0) throw new Refused(`Lavori che nessuno prende in carico: ${late}.`);
    return 'I lavori vengono presi in carico.';
  } finally {
    await client.end();
  }
};
