import { put } from '../factories/index.js';
import {
  aContract,
  aContractLine,
  aMediatedProject,
  aMediation,
  type Mediated,
} from '../factories/contracts.js';
import { startApp, type TestApp } from '../support/app.js';
import { csv, Importing } from './sheets.js';

const HEAD = [
  'Data',
  'Tipo',
  'Azione',
  'Ore',
  'Operatori',
  'Lingua',
  'Contratto',
  'Motivo',
  'Ente',
];
const OVER = expect.stringContaining('Il pacchetto non basta');

describe('activities of a file are paid by packages', () => {
  let app: TestApp;
  let project: Mediated;
  let importing: Importing;
  let names: { action: string; mediator: string; school: string };

  beforeAll(async () => {
    app = await startApp();
  });
  beforeEach(async () => {
    project = await aMediatedProject(app);
    importing = new Importing(app, project, project.coordinator);
    const nameIn = async (table: string, { id }: { id: string }, column = 'name') =>
      (await app.db.query(`SELECT ${column} AS name FROM ${table} WHERE id = $1`, [id]))[0].name;
    names = {
      action: await nameIn('work_item', project.workItem, 'code'),
      mediator: await nameIn('person', project.mediator),
      school: await nameIn('organisation', project.school),
    };
  });
  afterAll(() => app.close());

  interface Told {
    hours?: string;
    kind?: string;
    language?: string;
    contract?: string;
    reason?: string;
    body?: string;
  }
  const row = (day: number, told: Told = {}) => [
    `${day}/11/2019`,
    told.kind ?? 'Mediazione a chiamata',
    names.action,
    told.hours ?? '1',
    names.mediator,
    told.language ?? 'arabo',
    told.contract ?? 'Lotto 1',
    told.reason ?? '',
    told.body ?? '',
  ];
  const sheet = (...rows: string[][]) => csv([HEAD, ...rows]);
  const lot = (values: Record<string, unknown> = {}) =>
    aContract(app, project, { title: 'Lotto 1', reference: 'Z123', ...values });
  const errorsOf = async (id: string) =>
    (await importing.rows(id)).map(({ errors }: { errors: unknown[] }) => errors);
  const used = async () => {
    const { body } = await app
      .as(project.coordinator)
      .get(`/projects/${project.id}/packages?by=contract`);
    return body.items.map((item: { used: number }) => item.used);
  };
  const refused = (message: unknown) => [{ field: 'contractLineId', message }];

  it('by the contract’s title or reference: kind and language of the row choose the line', async () => {
    const contract = await lot();
    const any = await aContractLine(app, project, { contract });
    const arabic = await aContractLine(app, project, { contract, language: 'ar' });
    const { id } = await importing.whole(
      sheet(row(4), row(5, { language: 'cinese', contract: 'z123' }), row(6, { contract: '' })),
    );
    expect((await importing.read(id)).body).toMatchObject({ state: 'applied', good: 3 });
    const lines: { line: string | null }[] = await app.db.query(
      'SELECT contract_line_id AS line FROM activity WHERE project_id = $1 ORDER BY day',
      [project.id],
    );
    expect(lines.map(({ line }) => line)).toEqual([arabic.id, any.id, null]);
    expect(await used()).toEqual([120]);
  });

  it('in the order of the file: what goes over is told beside its row, unless it gives a reason', async () => {
    await aContractLine(app, project, { contract: await lot(), bought: 180 });
    const file = sheet(
      row(4, { hours: '2' }),
      row(5, { hours: '2' }),
      row(6),
      row(7),
      row(8, { hours: '2', reason: 'Urgenza del tribunale' }),
    );
    const { id, bad } = await importing.checked(file);
    expect(bad).toBe(2);
    expect(await errorsOf(id)).toEqual([[], refused(OVER), [], refused(OVER), []]);
    expect((await importing.apply(id)).status).toBe(422);
    expect((await importing.apply(id, true)).body).toMatchObject({ state: 'applied', good: 3 });
    expect(await used()).toEqual([120 + 60 + 120]);
    expect(await importing.checked(file)).toMatchObject({ good: 0, bad: 2, already: 3 });
    await importing.undo(id);
    expect(await used()).toEqual([0]);
  });

  it('is judged again, under lock, when it is applied: others may have taken the rest', async () => {
    const line = await aContractLine(app, project, { contract: await lot(), bought: 120 });
    const { id, bad } = await importing.checked(sheet(row(4), row(5)));
    expect(bad).toBe(0);
    await app
      .as(project.coordinator)
      .post(
        `/projects/${project.id}/activities`,
        aMediation(project, line, { day: '2019-11-11', minutes: 60 }),
      );
    expect(await importing.apply(id)).toMatchObject({
      status: 422,
      body: { code: 'import.bad-rows' },
    });
    expect((await importing.apply(id, true)).body).toMatchObject({ good: 1, bad: 1 });
    expect(await used()).toEqual([120]);
  });

  it('within what is allotted to the body that asked', async () => {
    const line = await aContractLine(app, project, { contract: await lot() });
    await put(app, 'hour_allotment', {
      project_id: project.id,
      contract_line_id: line.id,
      organisation_id: project.school.id,
      amount: 60,
    });
    const body = names.school;
    const { id } = await importing.checked(
      sheet(row(4, { body }), row(5, { body }), row(6), row(7, { body, reason: 'Urgenza' })),
    );
    const allotted = expect.stringContaining('assegnate a questo ente');
    expect(await errorsOf(id)).toEqual([[], refused(allotted), [], []]);
    expect((await importing.apply(id, true)).body).toMatchObject({ state: 'applied', good: 3 });
  });

  it.each([
    ['another kind of work', { kind: 'Seminario' }, 'paga un altro tipo'],
    ['another language', { language: 'cinese' }, 'vale per un’altra lingua'],
    ['a day after its validity', {}, 'fuori dalla validità', 18],
    ['a contract that is not there', { contract: 'Lotto 9' }, '«Lotto 9» non c’è'],
    ['a contract that is closed', { contract: 'Lotto 2' }, 'non è attivo'],
  ])('not for %s, as when it is logged by hand', async (_, told, words, day = 4) => {
    const until = { language: 'ar', valid_to: '2019-11-15' };
    await aContractLine(app, project, { contract: await lot(), ...until });
    const closed = await lot({ title: 'Lotto 2', reference: null, state: 'closed' });
    await aContractLine(app, project, { contract: closed });
    const { id } = await importing.checked(sheet(row(day, told)));
    expect(await errorsOf(id)).toEqual([refused(expect.stringContaining(words))]);
  });

  it('of another project is no contract here', async () => {
    const elsewhere = await aMediatedProject(app);
    const contract = await aContract(app, elsewhere, { title: 'Altrove' });
    await aContractLine(app, elsewhere, { contract });
    const { id } = await importing.checked(sheet(row(4, { contract: 'Altrove' })));
    expect(await errorsOf(id)).toEqual([refused(expect.stringContaining('«Altrove» non c’è'))]);
  });

  it('with one sum for each line, however many rows draw on it', async () => {
    const line = await aContractLine(app, project, { bought: 6000 });
    const runner = app.db.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`SET LOCAL track_functions = 'all'`);
    await runner.query(
      `INSERT INTO activity (project_id, work_item_id, kind, state, day, minutes, contract_line_id)
       SELECT $1, $2, 'on_call_mediation', 'done', '2019-11-04', 60, $3 FROM generate_series(1, 50)`,
      [project.id, project.workItem.id, line.id],
    );
    const [{ calls }] = await runner.query(
      `SELECT calls::int FROM pg_stat_xact_user_functions WHERE funcname = 'contract_line_used'`,
    );
    await runner.rollbackTransaction();
    await runner.release();
    expect(calls).toBe(1);
  });
});
