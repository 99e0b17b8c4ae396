import { aMember, aPerson, aProject, aWorkItem, put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { meanwhile } from '../support/meanwhile.js';
import { csv, Importing } from './sheets.js';

type Row = { id: string };

const HEAD = ['Data', 'Tipo', 'Azione', 'Ore', 'Operatori', 'Note'];

describe('a coordinator imports activities', () => {
  let app: TestApp;
  let project: Row, coordinator: Row, person: Row;
  let importing: Importing;

  beforeAll(async () => {
    app = await startApp();
  });
  beforeEach(async () => {
    project = await aProject(app);
    await aWorkItem(app, project, { code: 'A1', title: 'Mediazione' });
    coordinator = await aMember(app, project, 'coordinator');
    person = await aPerson(app, `Àmina D’Errico ${project.id.slice(-6)}`);
    importing = new Importing(app, project, coordinator);
  });
  afterAll(() => app.close());

  const name = () => `amina d'errico ${project.id.slice(-6)}`;
  const activities = () =>
    app.db.query(
      `SELECT day, kind, minutes, note, staff_ids AS staff, state, created_by AS by FROM activity
       WHERE project_id = $1 AND state <> 'cancelled' ORDER BY day, minutes`,
      [project.id],
    ) as Promise<Record<string, unknown>[]>;

  it('from upload to rows: proposed columns, Italian formats, one transaction, a history', async () => {
    const sent = await importing.send(
      csv([
        HEAD,
        ['12/03/2019', 'Mediazione a chiamata', 'a1', '1,5', name(), 'Perché; "così"'],
        ['2019-11-25', 'seminar', 'MEDIAZIONE', '90m', '', ''],
      ]),
    );
    expect(sent).toMatchObject({ status: 201, body: { state: 'read', rows: 2, columns: HEAD } });
    expect(sent.body.fields.find((f: { key: string }) => f.key === 'minutes').column).toBe(3);
    expect(sent.body.sample[0]).toMatchObject({ line: 2 });
    const checked = await importing.check(sent.body);
    expect(checked.body).toMatchObject({ state: 'checked', good: 2, bad: 0, already: 0 });
    expect(await activities()).toEqual([]);
    const { id } = checked.body;
    expect((await importing.apply(id)).body).toMatchObject({ state: 'applied', good: 2 });
    expect(await activities()).toEqual([
      {
        day: '2019-03-12',
        kind: 'on_call_mediation',
        minutes: 90,
        note: 'Perché; "così"',
        staff: [person.id],
        state: 'done',
        by: coordinator.id,
      },
      expect.objectContaining({ kind: 'seminar', minutes: 90, state: 'planned' }),
    ]);
    const { body } = await app.as(coordinator).get(`/projects/${project.id}/imports`);
    expect(body.items).toEqual([expect.objectContaining({ id, state: 'applied', rows: 2 })]);
  });

  it('of a group in a territory, as community mediation wants it', async () => {
    await put(app, 'territory', { kind: 'municipality', name: `Alba ${project.id}` });
    const row = ['12/03/2019', 'Mediazione di comunità', 'A1', '2', name(), `alba ${project.id}`];
    const { id, bad } = await importing.checked(
      csv([
        [...HEAD.slice(0, 5), 'Comune', 'Comunità'],
        [...row, 'Famiglie arabofone'],
        [...row, ''],
      ]),
    );
    expect(bad).toBe(1);
    expect((await importing.apply(id, true)).body).toMatchObject({ state: 'applied' });
    const groups = await app.db.query(
      'SELECT target_group FROM activity WHERE project_id = $1 AND territory_id IS NOT NULL',
      [project.id],
    );
    expect(groups).toEqual([{ target_group: 'Famiglie arabofone' }]);
  });

  it('tells every wrong cell in Italian, and imports all or only the good rows', async () => {
    const { id, good, bad } = await importing.checked(
      csv([
        HEAD,
        ['31/02/2019', 'Mediazione a chiamata', 'A1', '1:30', name(), ''],
        ['12/03/2019', 'Ballo', 'A9', 'molte', 'Nessuno Conosciuto', ''],
        ['12/03/2019', 'Mediazione a chiamata', 'A1', '', name(), ''],
        ['12/03/2031', 'Seminario', 'A1', '2', '', ''],
        ['', 'Seminario', 'A1', '2', '', ''],
        ['13/03/2019', 'Seminario', 'A1', '2h', '', 'buona'],
      ]),
    );
    expect({ good, bad }).toEqual({ good: 1, bad: 5 });
    const rows = await importing.rows(id, '?state=bad');
    const told = rows.map(({ line, errors }: Record<string, unknown>) => [
      line,
      (errors as { field: string; message: string }[]).map((e) => e.field),
    ]);
    expect(told).toEqual([
      [2, ['day']],
      [3, ['kind', 'workItemId', 'minutes', 'staffIds']],
      [4, ['minutes']],
      [5, ['day']],
      [6, ['day']],
    ]);
    expect(rows[0].errors[0].message).toBe(
      '«31/02/2019» non si capisce: scrivi un giorno, per esempio 12/03/2019.',
    );
    expect(await importing.apply(id)).toMatchObject({
      status: 422,
      body: { code: 'import.bad-rows' },
    });
    expect(await activities()).toEqual([]);
    expect((await importing.apply(id, true)).body).toMatchObject({
      state: 'applied',
      good: 1,
      bad: 5,
    });
    expect((await activities()).map((a) => a['note'])).toEqual(['buona']);
  });

  it('takes nobody’s time twice, neither in the file nor beside what is there', async () => {
    const head = ['Giorno', 'Tipo', 'Azione', 'Inizio', 'Fine', 'Operatori'];
    const row = (from: string, to: string) => [
      '5/11/2019',
      'on_call_mediation',
      'A1',
      from,
      to,
      name(),
    ];
    await importing.whole(csv([head, row('9', '10.30')]));
    const { id, bad } = await importing.checked(
      csv([
        head,
        row('10:00', '11:00'),
        row('11:00', '13:00'),
        row('11:30', '12:00'),
        row('12:30', '13:30'),
        row('14:00', '15:00'),
      ]),
    );
    const rows = await importing.rows(id);
    expect(rows.map(({ state }: { state: string }) => state)).toEqual([
      'bad',
      'good',
      'bad',
      'bad',
      'good',
    ]);
    expect(rows[2].errors).toEqual([
      { field: 'staffIds', message: expect.stringContaining('alla riga 3') },
    ]);
    expect(bad).toBe(3);
  });

  it('the same file twice changes nothing; two equal rows in one file are two', async () => {
    const rows = [
      HEAD,
      ['12/03/2019', 'Seminario', 'A1', '2', '', ''],
      ['12/03/2019', 'Seminario', 'A1', '2', '', ''],
    ];
    await importing.whole(csv(rows));
    expect(await activities()).toHaveLength(2);
    const again = await importing.checked(csv(rows));
    expect(again).toMatchObject({ good: 0, already: 2, sameFile: { id: expect.any(String) } });
    await importing.apply(again.id);
    expect(await activities()).toHaveLength(2);
    // The same sheet, grown by a row and saved in another way.
    const grown = await importing.whole(
      csv([...rows, ['13/03/2019', 'Seminario', 'A1', '2:00', '', '']], ','),
    );
    expect(grown).toMatchObject({ good: 1, already: 2 });
    expect(await activities()).toHaveLength(3);
  });

  it('is undone whole, and can then be imported again; not when a row has changed since', async () => {
    const file = csv([
      HEAD,
      ['12/03/2019', 'Seminario', 'A1', '2', '', ''],
      ['13/03/2019', 'Seminario', 'A1', '2', '', ''],
    ]);
    const { id } = await importing.whole(file);
    expect((await importing.undo(id)).body).toMatchObject({ state: 'undone' });
    expect(await activities()).toEqual([]);
    expect(await importing.undo(id)).toMatchObject({ status: 409, body: { code: 'import.state' } });
    const second = await importing.whole(file);
    expect(await activities()).toHaveLength(2);
    const [{ id: one, version }] = (await app.db.query(
      `SELECT id, version FROM activity WHERE project_id = $1 AND state = 'done' LIMIT 1`,
      [project.id],
    )) as [{ id: string; version: number }];
    await app.as(coordinator).post(`/projects/${project.id}/activities/${one}/confirm`, undefined, {
      'if-match': `"${version}"`,
    });
    expect(await importing.undo(second.id)).toMatchObject({
      status: 409,
      body: { code: 'import.changed-since' },
    });
    expect(await activities()).toHaveLength(2);
  });

  it('is not undone over a change that somebody is just making', async () => {
    const { id } = await importing.whole(
      csv([HEAD, ['14/03/2019', 'Seminario', 'A1', '2', '', '']]),
    );
    const change = `UPDATE activity SET note = 'di altri', version = 2 WHERE project_id = $1`;
    const undone = await meanwhile(app.db, [change, project.id], () => importing.undo(id));
    expect(undone).toMatchObject({ status: 409, body: { code: 'import.changed-since' } });
    expect(await activities()).toMatchObject([{ note: 'di altri', state: 'done' }]);
  });

  it('remembers the columns for this user and this shape of file', async () => {
    const odd = [
      ['Quando', 'Cosa', 'Dove nel piano', 'Per quanto'],
      ['12/03/2019', 'Seminario', 'A1', '2'],
    ];
    const sent = await importing.send(csv(odd));
    expect(await importing.check(sent.body)).toMatchObject({
      status: 422,
      body: { code: 'import.mapping' },
    });
    const columns = { day: 0, kind: 1, workItemId: 2, minutes: 3 };
    expect((await importing.check(sent.body, columns)).body.good).toBe(1);
    const next = await importing.send(csv([odd[0]!, ['13/03/2019', 'Seminario', 'A1', '3']]));
    expect(next.body.remembered).toBe(true);
    expect((await importing.check(next.body)).body.good).toBe(1);
    const other = new Importing(app, project, await aMember(app, project, 'manager'));
    expect((await other.send(csv(odd))).body.remembered).toBe(false);
  });

  it('is only for who may log activities, and only in its own project', async () => {
    const file = csv([HEAD, ['12/03/2019', 'Seminario', 'A1', '2', '', '']]);
    const administrator = await aMember(app, project, 'administrator');
    const refused = await new Importing(app, project, administrator).send(file);
    expect(refused).toMatchObject({ status: 403, body: { code: 'import.target' } });
    const { id } = await importing.checked(file);
    const elsewhere = await aProject(app);
    const stranger = await aMember(app, elsewhere, 'coordinator');
    expect((await new Importing(app, elsewhere, stranger).apply(id)).status).toBe(404);
    expect((await new Importing(app, project, stranger).apply(id)).status).toBe(404);
    expect((await new Importing(app, elsewhere, stranger).read(id)).status).toBe(404);
    expect(await activities()).toEqual([]);
  });
});
