import type { Body } from '../support/client.js';
import { FactsReader } from './facts-reader.js';
import { fsc, osservatorio } from './facts.js';

const OSSERVATORIO = osservatorio.slug;
const FSC = fsc.slug;

let facts: FactsReader;

beforeAll(async () => {
  facts = await FactsReader.start();
});

afterAll(() => facts.app.close());

describe('the Osservatorio', () => {
  it('is in progress, with no year, in the area of social cohesion', () => {
    expect(facts.sheet(OSSERVATORIO)).toMatchObject({
      title: osservatorio.title,
      state: 'active',
      starts: null,
      ends: null,
      website: `http://${osservatorio.site}`,
      areas: [osservatorio.area],
      places: [{ country: 'IT', region: 'Piemonte', province: null }],
    });
  });

  it('has five purposes', async () => {
    const { items } = await facts.part(OSSERVATORIO, 'objectives');
    expect(items.map((one: Body) => one.kind)).toEqual(Array(5).fill('purpose'));
    expect(items.map((one: Body) => one.text)).toEqual(
      osservatorio.purposes.map((one) => expect.stringMatching(one)),
    );
  });

  it('does five things through IRES', () => {
    expect(facts.sheet(OSSERVATORIO)).toMatchObject({
      functionsKnown: true,
      functions: [
        'ideation',
        'design',
        'coordination_support',
        'administrative_management',
        'activity_delivery',
      ],
    });
  });

  it('names Roberta Valetti and gives her no label', () => {
    expect(facts.sheet(OSSERVATORIO).team).toMatchObject([
      { name: osservatorio.person, function: null },
    ]);
  });

  it('takes up Mediato from the province of Turin to the whole region', () => {
    const { relations } = facts.sheet(OSSERVATORIO);
    expect(relations).toContainEqual(
      expect.objectContaining({
        kind: 'continues',
        direction: 'out',
        title: 'Mediato',
        projectId: facts.sheet('mediato').id,
      }),
    );
    expect(facts.sheet('mediato')).toMatchObject({
      state: 'unknown',
      functionsKnown: false,
      places: [{ country: 'IT', region: 'Piemonte', province: 'Provincia di Torino' }],
    });
  });

  it('supplies four sites by feed', () => {
    expect(facts.sheet(OSSERVATORIO).feeds.map((one: Body) => [one.siteName, one.siteUrl])).toEqual(
      osservatorio.feeds.map(([name, site]) => [name, site && `http://${site}`]),
    );
    expect(facts.sheet('lo-sapevi-che').website).toBe('http://www.losapeviche.eu');
  });

  it('does research, information, advice, monitoring and keeps a base of data', async () => {
    const { items } = await facts.part(OSSERVATORIO, 'work-items');
    expect(items.map((one: Body) => one.description)).toEqual(
      osservatorio.lines.map((one) => expect.stringMatching(one)),
    );
  });
});

describe('the assistance on the FSC', () => {
  it('is given by IRES in programming, management and evaluation', async () => {
    expect(facts.sheet(FSC)).toMatchObject({
      fund: { code: 'FSC', name: fsc.fund },
      functionsKnown: true,
      functions: ['programming_assistance', 'management_assistance', 'evaluation_assistance'],
      state: 'unknown',
      starts: null,
      ends: null,
    });
    expect(await facts.real(FSC)).toMatchObject([
      {
        role: 'programming_body',
        organisationName: fsc.office,
        organisationParentName: fsc.direction,
        note: expect.stringContaining(fsc.duty),
      },
      { role: 'technical_assistance', organisationName: 'IRES Piemonte' },
    ]);
  });

  it('puts the office under its direction, and that under the Region', async () => {
    const office = await facts.bodyNamed(fsc.office);
    expect(office.parentName).toBe(fsc.direction);
    const direction = await facts.get(`/organisations/${office.parentId}`);
    expect(direction.parentName).toBe(fsc.region);
  });

  it('sets the FSC beside the European structural funds', async () => {
    const { items } = await facts.get('/programmes');
    const fund = (name: string) => items.find((one: Body) => one.name === name);
    expect(fund('Fondi strutturali europei')).toBeDefined();
    expect(fund(fsc.fund).note).toMatch(fsc.beside);
  });
});
