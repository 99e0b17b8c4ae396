import { utimesSync, writeFileSync, mkdirSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { OrphanFiles } from '../../src/documents/orphan-files.js';
import {
  aFundedProject,
  anApprovedBudget,
  anExpense,
  holdByAReport,
  type Funded,
} from '../factories/budget.js';
import { put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { PNG, storedFiles, upload } from './upload.js';

type Row = { id: string };
const REASON = { reason: 'Allegato per sbaglio' };

describe('a document', () => {
  let app: TestApp;
  let project: Funded;
  let path: string;
  let activity: Row;
  beforeEach(async () => {
    app = await startApp();
    project = await aFundedProject(app);
    path = `/projects/${project.id}`;
    activity = await put(app, 'activity', {
      project_id: project.id,
      work_item_id: project.workItem.id,
      participation_id: project.partner.id,
      kind: 'seminar',
      state: 'done',
      day: '2019-05-02',
    });
  });
  afterEach(() => app.close());

  const attach = async (user: Row, to: Row = activity, subjectTable = 'activity') => {
    const fields = { kind: 'evidence', subjectTable, subjectId: to.id };
    const file = { name: 'foglio.png', content: PNG };
    const { status, body } = await upload(app, user, project.id, file, { fields });
    expect(status).toBe(201);
    return body;
  };
  const remove = (user: Row, document: Row) =>
    app.as(user).post(`${path}/documents/${document.id}/remove`, REASON);
  const restore = (user: Row, document: Row) =>
    app.as(user).post(`${path}/documents/${document.id}/restore`);
  const listed = async (user: Row, query = '') =>
    (await app.as(user).get(`${path}/documents?subjectId=${activity.id}${query}`)).body.items.map(
      ({ id }: Row) => id,
    );

  it('is taken away with a reason, and is nowhere to be read; then it comes back', async () => {
    const document = await attach(project.coordinator);
    expect(
      await app.as(project.coordinator).post(`${path}/documents/${document.id}/remove`, {}),
    ).toMatchObject({ status: 400 });
    expect(await remove(project.coordinator, document)).toMatchObject({
      status: 200,
      body: { state: 'removed', removeReason: REASON.reason },
    });
    expect(await listed(project.coordinator)).toEqual([]);
    expect(await listed(project.coordinator, '&removed=true')).toEqual([document.id]);
    const content = () =>
      app.as(project.coordinator).get(`${path}/documents/${document.id}/content`);
    expect((await content()).status).toBe(404);
    const without = await app.as(project.coordinator).get('/activities?evidence=missing');
    expect(without.body.items.map(({ id }: Row) => id)).toContain(activity.id);
    expect(await remove(project.coordinator, document)).toMatchObject({
      status: 409,
      body: { code: 'document.removed' },
    });

    expect(await restore(project.coordinator, document)).toMatchObject({
      status: 200,
      body: { state: 'attached', removeReason: null },
    });
    expect(await listed(project.coordinator)).toEqual([document.id]);
    expect((await content()).status).toBe(200);
    const record = await app.db.query(
      `SELECT actor_id, after ->> 'state' AS state, after ->> 'remove_reason' AS reason FROM audit_entry
       WHERE row_id = $1 AND action = 'update' ORDER BY id`,
      [document.id],
    );
    expect(record).toEqual([
      { actor_id: project.coordinator.id, state: 'removed', reason: REASON.reason },
      { actor_id: project.coordinator.id, state: 'attached', reason: null },
    ]);
  });

  it('of the coordination is not taken away by a partner, who takes away its own', async () => {
    const theirs = await attach(project.coordinator);
    const own = await attach(project.operator);
    expect(await remove(project.operator, theirs)).toMatchObject({
      status: 403,
      body: { code: 'document.not-yours' },
    });
    expect((await remove(project.otherOperator, own)).status).toBe(404);
    expect((await remove(project.auditor, own)).status).toBe(403);
    expect((await remove(project.operator, own)).status).toBe(200);
    expect((await restore(project.operator, own)).status).toBe(200);
    expect((await remove(project.administrator, own)).status).toBe(200);
  });

  it('on which a sent report stands stays', async () => {
    const budget = await anApprovedBudget(app, project, [
      { participation: project.partner, category: project.services, planned: '1000.00' },
    ]);
    const charge = { line: budget.lines[0]!, participation: project.partner, amount: '10.00' };
    const { expense, document: invoice } = await anExpense(app, project, charge);
    const free = await anExpense(app, project, charge);
    const held = [
      await attach(project.coordinator, expense, 'expense'),
      await attach(project.coordinator, invoice, 'cost_document'),
      await attach(project.coordinator),
    ];
    const notHeld = await attach(project.coordinator, free.document, 'cost_document');
    await holdByAReport(app, project, expense);
    await app.db.query(
      'UPDATE activity SET report_id = (SELECT id FROM report WHERE project_id = $2) WHERE id = $1',
      [activity.id, project.id],
    );
    for (const document of held) {
      expect(await remove(project.manager, document)).toMatchObject({
        status: 409,
        body: { code: 'document.held' },
      });
    }
    expect((await remove(project.manager, notHeld)).status).toBe(200);
  });
});

describe('a file', () => {
  let app: TestApp;
  let orphans: OrphanFiles;
  beforeEach(async () => {
    app = await startApp();
    // Today, in the files' time.
    app.clock.set(new Date().toISOString().slice(0, 10));
    orphans = app.nest.get(OrphanFiles);
  });
  afterEach(() => app.close());

  const age = (sha256: string, days: number) => {
    const at = new Date(Date.now() - days * 24 * 3600 * 1000);
    utimesSync(join(app.dataDir, placeOf(sha256)), at, at);
  };
  const placeOf = (sha256: string) =>
    join('documents', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const left = (content: string, days: number): string => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const place = join(app.dataDir, placeOf(sha256));
    mkdirSync(join(place, '..'), { recursive: true });
    writeFileSync(place, content);
    age(sha256, days);
    return placeOf(sha256);
  };

  it('that nothing names goes after thirty days, not before', async () => {
    const [old, fresh] = [left('vecchio', 40), left('nuovo', 5)];
    expect(storedFiles(app).sort()).toEqual([old, fresh].sort());
    expect(await orphans.clear()).toBe(1);
    expect(storedFiles(app)).toEqual([fresh]);
  });

  it('stays while its document, even taken away, or the record of changes names it', async () => {
    const project = await aFundedProject(app);
    const file = { name: 'foglio.png', content: PNG };
    const { body } = await upload(app, project.coordinator, project.id, file);
    age(body.sha256, 400);
    await app
      .as(project.coordinator)
      .post(`/projects/${project.id}/documents/${body.id}/remove`, REASON);
    expect(await orphans.clear()).toBe(0);
    await app.db.query('DELETE FROM document WHERE id = $1', [body.id]);
    expect(await orphans.clear()).toBe(0);
    await app.db.query(
      `SELECT audit_redact(id, 'cancellazione chiesta') FROM audit_entry WHERE row_id = $1 AND action <> 'redact'`,
      [body.id],
    );
    expect(await orphans.clear()).toBe(1);
    expect(storedFiles(app)).toEqual([]);
  });
});
