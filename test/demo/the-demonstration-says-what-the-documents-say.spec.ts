import { loadDemonstration } from '../../src/demo/load-demonstration.js';
import type { Body } from '../support/client.js';
import { FactsReader } from './facts-reader.js';

// Typed by hand from the documents: nothing here comes from src/demo.
const INTERAZIONI = 'interazioni-in-piemonte-2';

let facts: FactsReader;

beforeAll(async () => {
  facts = await FactsReader.start();
});

afterAll(() => facts.app.close());

describe('InterAzioni in Piemonte 2', () => {
  it('has years without days, is concluded and has no CUP', () => {
    expect(facts.sheet(INTERAZIONI)).toMatchObject({
      title: 'FAMI IMPACT - InterAzioni in Piemonte 2',
      starts: '2018',
      ends: '2022',
      state: 'concluded',
      cup: null,
      codes: [],
      fund: { code: 'FAMI', call: { title: 'FAMI IMPACT', code: null } },
      functionsKnown: true,
      functions: ['coordination_support', 'operational_management', 'administrative_management'],
    });
  });

  it('has three thematic areas', () => {
    expect(facts.sheet(INTERAZIONI).areas).toEqual([
      'Coesione sociale e immigrazione',
      'Istruzione e formazione',
      'Popolazione',
    ]);
  });

  it('names one partner only, its lead', async () => {
    expect(await facts.real(INTERAZIONI)).toMatchObject([
      { role: 'lead', organisationName: 'Regione Piemonte' },
    ]);
  });

  it('shows beside it twenty-four invented schools and services, marked', async () => {
    const { items, counts } = await facts.part(INTERAZIONI, 'participations?limit=200');
    const invented = items.filter((one: Body) => one.demonstration);
    expect(invented).toHaveLength(24);
    expect(counts.reduce((sum: number, one: Body) => sum + one.demonstration, 0)).toBe(24);
    expect(facts.sheet(INTERAZIONI)).toMatchObject({
      demonstration: false,
      holdsDemonstration: true,
    });
  });

  it('has four actions with their products', async () => {
    const actions = (await facts.part(INTERAZIONI, 'work-items')).items;
    expect(actions.map((one: Body) => [one.kind, one.code])).toEqual([
      ['action', 'A1'],
      ['action', 'A2'],
      ['action', 'A3'],
      ['action', 'A4'],
    ]);
    const { items } = await facts.part(INTERAZIONI, 'deliverables');
    const products = (code: string) =>
      items
        .filter((one: Body) => one.workItemId === actions.find((a: Body) => a.code === code).id)
        .map((one: Body) => one.title);
    expect(products('A1')).toEqual([
      expect.stringMatching(/potenziamento linguistico L2/),
      expect.stringMatching(/inclusione multicultural/),
      expect.stringMatching(/famiglie/),
    ]);
    expect(products('A2')).toEqual([
      expect.stringMatching(/gruppi di lavoro tematici/),
      expect.stringMatching(/mediazione a chiamata/),
      expect.stringMatching(/mediazione di comunità/),
    ]);
    expect(products('A3')).toEqual([expect.stringMatching(/www\.piemonteimmigrazione\.it/)]);
    expect(products('A4')).toEqual([
      expect.stringMatching(/[Ii]ncontri informativi.*associazioni di migranti/),
    ]);
  });

  it('has its aims: a coordinated strategy, a unitary policy, and four things to do', async () => {
    const { items } = await facts.part(INTERAZIONI, 'objectives');
    const texts = (kind: string) =>
      items.filter((one: Body) => one.kind === kind).map((one: Body) => one.text);
    expect(texts('general')).toEqual([
      expect.stringMatching(/organico e coerente.*strategia/),
      expect.stringMatching(/politica regionale unitaria.*multisettoriale/),
    ]);
    expect(texts('specific')).toEqual([
      expect.stringMatching(/lingua seconda.*alunni di Paesi terzi/),
      expect.stringMatching(/mediazione linguistica, culturale e di comunità/),
      expect.stringMatching(/strumenti.*servizi e opportunità/),
      expect.stringMatching(/associazionismo immigrato/),
    ]);
  });

  it('is led by Martino Grande in a group of eight', () => {
    const { team } = facts.sheet(INTERAZIONI);
    const named = (work: string) =>
      team.filter((one: Body) => one.function === work).map((one: Body) => one.name);
    expect(named('Responsabile di progetto')).toEqual(['Martino Grande']);
    expect(named('Gruppo di lavoro')).toEqual([
      'Silvia Genetti',
      'Martino Grande',
      'Irene Maina',
      'Serena Pecchio',
      'Martina Sabbadini',
      'Anda Tarbuna',
      'Roberta Valetti',
      'Paola Versino',
    ]);
    expect(new Set(team.map((one: Body) => one.personId)).size).toBe(8);
  });
});

describe('the demonstration around the facts', () => {
  it('counts two thousand activities of 2018 and 2019, every one marked', async () => {
    const [found] = await facts.app.db.query(
      `SELECT count(*)::int AS all, count(*) FILTER (WHERE demonstration)::int AS marked,
              min(day)::text AS first, max(day)::text AS last FROM activity`,
    );
    expect(found).toMatchObject({ all: 2000, marked: 2000 });
    expect(found.first >= '2018-01-01' && found.last <= '2019-12-31').toBe(true);
  });

  it('refuses to load itself over data that are there', async () => {
    const again = loadDemonstration(facts.app.db, {
      clock: facts.app.clock,
      passwordHash: (password) => Promise.resolve(password),
    });
    await expect(again).rejects.toMatchObject({ code: 'demonstration.data' });
  });

  it('leaves what nobody has configured unconfigured', async () => {
    const { items } = await facts.get('/programmes');
    const calls = items.flatMap((fund: Body) =>
      fund.programmes.flatMap((programme: Body) => programme.calls),
    );
    expect(calls).toHaveLength(1);
    const value = (code: string) => calls[0].rules.find((rule: Body) => rule.code === code).value;
    expect(value('advance')).toBeNull();
    expect(value('budget_shift')).toBeNull();
    expect(value('eu_share')).toBe('50 %');
  });
});
