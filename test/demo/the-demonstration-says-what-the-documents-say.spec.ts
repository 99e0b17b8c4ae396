import { loadDemonstration } from '../../src/demo/load-demonstration.js';
import type { Body } from '../support/client.js';
import { FactsReader } from './facts-reader.js';
import { interazioni } from './facts.js';

const INTERAZIONI = interazioni.slug;

let facts: FactsReader;

beforeAll(async () => {
  facts = await FactsReader.start();
});

afterAll(() => facts.app.close());

describe('InterAzioni in Piemonte 2', () => {
  it('has years without days, is concluded and has no CUP', () => {
    expect(facts.sheet(INTERAZIONI)).toMatchObject({
      title: interazioni.title,
      summary: expect.stringContaining(interazioni.partnership),
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
    expect(facts.sheet(INTERAZIONI).areas).toEqual(interazioni.areas);
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
    expect(actions.map((one: Body) => [one.kind, one.code])).toEqual(
      interazioni.actions.map(([code]) => ['action', code]),
    );
    const { items } = await facts.part(INTERAZIONI, 'deliverables');
    const products = (code: string) =>
      items
        .filter((one: Body) => one.workItemId === actions.find((a: Body) => a.code === code).id)
        .map((one: Body) => one.title);
    for (const [code, title, made] of interazioni.actions) {
      expect(actions.find((one: Body) => one.code === code).title).toContain(title);
      expect(products(code)).toEqual(made.map((one) => expect.stringMatching(one)));
    }
  });

  it('has its aims: a coordinated strategy, a unitary policy, and four things to do', async () => {
    const { items } = await facts.part(INTERAZIONI, 'objectives');
    const texts = (kind: string) =>
      items.filter((one: Body) => one.kind === kind).map((one: Body) => one.text);
    const matching = (facts: RegExp[]) => facts.map((fact) => expect.stringMatching(fact));
    expect(texts('general')).toEqual(matching(interazioni.general));
    expect(texts('specific')).toEqual(matching(interazioni.specific));
  });

  it('is led by Martino Grande in a group of eight', () => {
    const { team } = facts.sheet(INTERAZIONI);
    const named = (work: string) =>
      team.filter((one: Body) => one.function === work).map((one: Body) => one.name);
    expect(named('Responsabile di progetto')).toEqual([interazioni.manager]);
    expect(named('Gruppo di lavoro')).toEqual(interazioni.group);
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
