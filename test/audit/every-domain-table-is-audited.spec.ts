import { startApp, type TestApp } from '../support/app.js';

/** Tables without a trail of their own, each for a reason. */
const NOT_AUDITED: Record<string, string> = {
  activity_kind: 'data that only migrations change',
  activity_batch: 'for an undo; what it did stands in the trail of each activity',
  activity_month: 'sums that follow from activity',
  activity_organisation: 'follows from activity',
  activity_staff: 'follows from activity',
  audit_entry: 'the trail itself',
  audit_seal: 'the trail itself',
  calendar_address: 'secrets; the row itself keeps who made and revoked it',
  draft: 'what its user is typing and has not saved',
  idempotency_key: 'answers kept for repetitions',
  import_mapping: 'a convenience of its user',
  import_result:
    'what a dry run says of a file; what is made of it stands in the trail of its own table',
  import_row: 'what a file says',
  job: 'transport of work, with its own states',
  one_time_link: 'secrets',
  outbox: 'transport',
  schema_migration: 'the schema',
  session: 'secrets; sign-ins',
  setting: 'the program',
  sign_in_failure: 'a counter',
};

describe('every domain table', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it('leaves a trail of inserts, changes and deletes, or cannot be changed at all', async () => {
    const tables: { name: string; audits: number; frozen: boolean }[] = await app.db.query(`
      SELECT c.relname AS name, (SELECT count(*)::int FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgfoid = 'audit_write'::regproc) AS audits,
        NOT has_table_privilege('capofila_app', c.oid, 'UPDATE') AND NOT has_table_privilege('capofila_app', c.oid, 'DELETE') AS frozen
      FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`);
    const bare = tables.filter(
      ({ name, audits, frozen }) => audits !== 3 && !frozen && !(name in NOT_AUDITED),
    );
    expect(bare.map(({ name }) => name)).toEqual([]);
    expect(
      Object.keys(NOT_AUDITED).filter((name) => !tables.some((table) => table.name === name)),
    ).toEqual([]);
  });
});
