import { aMember, anOrganisation, aPartner, aPerson } from '../factories/index.js';
import {
  aContract,
  aContractLine,
  aMediatedProject,
  type Mediated,
} from '../factories/contracts.js';
import { aCourse } from '../factories/courses.js';
import { startApp, type TestApp } from '../support/app.js';
import { carryOut } from '../support/jobs.js';
import { csv, Importing } from './sheets.js';

type Row = { id: string };
const HEAD = ['Data', 'Tipo', 'Azione', 'Ore', 'Partner', 'Operatori', 'Corso', 'Contratto'];

describe('a partner imports its own activities', () => {
  let app: TestApp;
  let project: Mediated;
  let action: string;
  let own: string;
  let operator: Importing, coordinator: Importing;

  beforeAll(async () => {
    app = await startApp();
  });
  beforeEach(async () => {
    project = await aMediatedProject(app);
    [{ code: action }] = await app.db.query('SELECT code FROM work_item WHERE id = $1', [
      project.workItem.id,
    ]);
    [{ id: own }] = await app.db.query(
      'SELECT organisation_id AS id FROM participation WHERE id = $1',
      [project.partner.id],
    );
    operator = new Importing(app, project, project.operator);
    coordinator = new Importing(app, project, project.coordinator);
  });
  afterAll(() => app.close());

  interface Told {
    partner?: string;
    staff?: string;
    course?: string;
    contract?: string;
  }
  const row = (
    day: number,
    { partner = '', staff = '', course = '', contract = '' }: Told = {},
  ) => {
    const kind = contract ? 'Mediazione a chiamata' : 'Seminario';
    return [`${day}/11/2019`, kind, action, '1', partner, staff, course, contract];
  };
  const sheet = (...rows: string[][]) => csv([HEAD, ...rows]);
  const nameOf = async (organisation: string) =>
    (await app.db.query('SELECT name FROM organisation WHERE id = $1', [organisation]))[0].name;
  const activities = () =>
    app.db.query(
      `SELECT participation_id AS of, created_by AS by FROM activity WHERE project_id = $1 AND state <> 'cancelled'`,
      [project.id],
    );
  const fieldsOf = async (importing: Importing, id: string) =>
    (await importing.rows(id)).map(({ errors }: { errors: { field: string }[] }) =>
      errors.map(({ field }) => field),
    );

  it('said or left unsaid, they are of its own body; and takes them back', async () => {
    const { id } = await operator.whole(sheet(row(4), row(5, { partner: await nameOf(own) })));
    const its = { of: project.partner.id, by: project.operator.id };
    expect(await activities()).toEqual([its, its]);
    const history = await app.as(project.coordinator).get(`/projects/${project.id}/imports`);
    expect(history.body.items).toEqual([expect.objectContaining({ id, state: 'applied' })]);
    expect((await operator.undo(id)).body).toMatchObject({ state: 'undone' });
    expect(await activities()).toEqual([]);
  });

  it('and nobody else’s: what it does not reach is not there, as if it did not exist', async () => {
    const other = await anOrganisation(app, { name: `Altro ente ${project.id}` });
    const theirs = await aPartner(app, project, { organisation_id: other.id });
    const colleague = await aPerson(app, `Rosa Altrui ${project.id}`);
    await aCourse(app, project, project.workItem, {
      participation_id: theirs.id,
      title: 'Corso altrui',
    });
    const contract = await aContract(app, project, { title: 'Incarico altrui' });
    await aContractLine(app, project, { contract });
    const file = sheet(
      row(4, { partner: `Altro ente ${project.id}` }),
      row(5, { staff: `Rosa Altrui ${project.id}` }),
      row(6, { course: 'Corso altrui' }),
      row(7, { contract: 'Incarico altrui' }),
    );
    const { id } = await operator.checked(file);
    expect(await fieldsOf(operator, id)).toEqual([
      ['participationId'],
      ['staffIds'],
      ['courseId'],
      ['contractLineId'],
    ]);
    const told = JSON.stringify(await operator.rows(id));
    for (const secret of [theirs.id, colleague.id, other.id]) expect(told).not.toContain(secret);
    // The same names are there for who coordinates.
    const whole = await coordinator.checked(file);
    expect((await fieldsOf(coordinator, whole.id)).slice(0, 3)).toEqual([[], [], []]);
  });

  it('in a job too, however many', async () => {
    const many = Array.from({ length: 2100 }, (_, i) => row((i % 18) + 1));
    const sent = await operator.send(
      sheet(...many, row(4, { partner: await nameOf(project.school.id) })),
    );
    await operator.check(sent.body);
    await carryOut(app);
    expect((await operator.read(sent.body.id)).body).toMatchObject({ good: 2100, bad: 1 });
  });

  it('sees neither the imports of others nor what is in them', async () => {
    const { id } = await coordinator.whole(sheet(row(4)));
    const twin = await aPartner(app, project);
    const neighbour = await aMember(app, project, 'partner', { participation: twin });
    const theirs = await new Importing(app, project, neighbour).checked(sheet(row(5)));
    for (const hidden of [id, theirs.id]) {
      expect((await operator.read(hidden)).status).toBe(404);
      expect((await operator.apply(hidden)).status).toBe(404);
      expect((await operator.undo(hidden)).status).toBe(404);
    }
    // The very file that somebody else has imported is new to it.
    expect(await operator.checked(sheet(row(4)))).toMatchObject({ good: 1, sameFile: null });
    const { body } = await app.as(project.operator).get(`/projects/${project.id}/imports`);
    expect(body.items.map((item: Row) => item.id)).toEqual([expect.not.stringMatching(id)]);
  });

  it.each(['enrolments', 'organisations', 'contracts'])('but no %s', async (target) => {
    const refused = await new Importing(app, project, project.operator, target).send(
      csv([['Nome'], ['Uno']]),
    );
    expect(refused).toMatchObject({ status: 403, body: { code: 'import.target' } });
    const path = `/projects/${project.id}/imports/template?target=`;
    expect((await app.as(project.operator).get(path + target)).status).toBe(403);
    expect((await app.as(project.operator).get(`${path}activities`)).status).toBe(200);
  });

  it('and whoever is staff imports nothing', async () => {
    const importing = new Importing(app, project, project.staff);
    expect((await importing.send(sheet(row(4)))).status).toBe(403);
  });
});
