import type { Body } from '../support/client.js';
import { FactsReader } from './facts-reader.js';

// Typed by hand from the documents: nothing here comes from src/demo.
const OSSERVATORIO = 'osservatorio-immigrazione';
const FSC = 'fsc-assistenza';

let facts: FactsReader;

beforeAll(async () => {
  facts = await FactsReader.start();
});

afterAll(() => facts.app.close());

describe('the Osservatorio', () => {
  it('is in progress, with no year, in the area of social cohesion', () => {
    expect(facts.sheet(OSSERVATORIO)).toMatchObject({
      title: 'Osservatorio regionale sull’immigrazione e sul diritto d’asilo',
      state: 'active',
      starts: null,
      ends: null,
      website: 'http://www.piemonteimmigrazione.it',
      areas: ['Coesione sociale e immigrazione'],
      places: [{ country: 'IT', region: 'Piemonte', province: null }],
    });
  });

  it('has five purposes', async () => {
    const { items } = await facts.part(OSSERVATORIO, 'objectives');
    expect(items.map((one: Body) => one.kind)).toEqual(Array(5).fill('purpose'));
    expect(items.map((one: Body) => one.text)).toEqual([
      expect.stringMatching(/documentare.*migrazioni internazionali in Piemonte/),
      expect.stringMatching(/politiche di inclusione sociale.*non discriminazione/),
      expect.stringMatching(/politiche e progetti innovativi/),
      expect.stringMatching(/informazione e formazione/),
      expect.stringMatching(/rete.*privato sociale/),
    ]);
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
      { name: 'Roberta Valetti', function: null },
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
      [
        ['Sito del progetto Mediato', null],
        ['Prefettura di Torino', 'http://www.nuovicittadini-prefto.it'],
        ['Prefettura di Alessandria', 'http://www.dastranieroacittadino-prefal.it'],
        ['Progetto Lo Sapevi Che?', 'http://www.losapeviche.eu'],
      ],
    );
    expect(facts.sheet('lo-sapevi-che').website).toBe('http://www.losapeviche.eu');
  });

  it('does research, information, advice, monitoring and keeps a base of data', async () => {
    const { items } = await facts.part(OSSERVATORIO, 'work-items');
    expect(items.map((one: Body) => one.description)).toEqual([
      expect.stringMatching(/ricerca partecipata/),
      expect.stringMatching(/[Ss]ervizio pubblico.*italiani e stranieri/),
      expect.stringMatching(/[Cc]onsulenza qualificata/),
      expect.stringMatching(/movimenti migratori.*iniziative locali/),
      expect.stringMatching(/informazioni pratiche/),
    ]);
  });
});

describe('the assistance on the FSC', () => {
  it('is given by IRES in programming, management and evaluation', async () => {
    expect(facts.sheet(FSC)).toMatchObject({
      fund: { code: 'FSC', name: 'Fondo per lo Sviluppo e la Coesione' },
      functionsKnown: true,
      functions: ['programming_assistance', 'management_assistance', 'evaluation_assistance'],
      state: 'unknown',
      starts: null,
      ends: null,
    });
    expect(await facts.real(FSC)).toMatchObject([
      {
        role: 'programming_body',
        organisationName: 'Settore Programmazione negoziata',
        note: expect.stringMatching(/Organismo di Programmazione e Attuazione/),
      },
      { role: 'technical_assistance', organisationName: 'IRES Piemonte' },
    ]);
  });

  it('puts the office under its direction, and that under the Region', async () => {
    const office = await facts.bodyNamed('Settore Programmazione negoziata');
    expect(office.parentName).toBe('Direzione Coordinamento politiche e fondi europei');
    const direction = await facts.get(`/organisations/${office.parentId}`);
    expect(direction.parentName).toBe('Regione Piemonte');
  });

  it('sets the FSC beside the European structural funds', async () => {
    const { items } = await facts.get('/programmes');
    const fund = (name: string) => items.find((one: Body) => one.name === name);
    expect(fund('Fondi strutturali europei')).toBeDefined();
    expect(fund('Fondo per lo Sviluppo e la Coesione').note).toMatch(
      /Fondi strutturali europei.*monitoraggio e valutazione/,
    );
  });
});
