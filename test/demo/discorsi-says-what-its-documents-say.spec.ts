import type { Body } from '../support/client.js';
import { FactsReader, namesOf } from './facts-reader.js';
import { discorsi } from './facts.js';

const DISCORSI = discorsi.slug;

let facts: FactsReader;

beforeAll(async () => {
  facts = await FactsReader.start();
});

afterAll(() => facts.app.close());

describe('D.I.S.Co.R.S.I. Migranti', () => {
  it('has its name, its other spelling and its dates to the day', () => {
    expect(facts.sheet(DISCORSI)).toMatchObject({
      title:
        'D.I.S.Co.R.S.I. Migranti: Dialogo Interregionale sui Servizi in tema di COmpetenze, Residenza e Salute per l’Integrazione dei Migranti in Piemonte, Auvergne-Rhône-Alpes e Catalogna',
      state: 'concluded',
      starts: '2017-05-15',
      ends: '2018-05-31',
      executionYears: '2017-2018',
      submittedYear: 2016,
      annuality: '2016-2018',
      cup: null,
      demonstration: false,
    });
    expect(facts.sheet(DISCORSI).aliases).toContain(discorsi.alias);
  });

  it('stands in FAMI 2014-2020 down to letter m)', () => {
    const { fund } = facts.sheet(DISCORSI);
    expect(fund).toMatchObject({
      code: 'FAMI',
      name: 'Fondo Asilo, Migrazione e Integrazione',
      programmeYears: '2014-2020',
    });
    expect(fund.steps).toMatchObject([
      {
        kind: 'specific_objective',
        code: '2',
        label: 'Integrazione / Migrazione legale',
      },
      { kind: 'national_objective', code: '3', label: 'Capacity building' },
      { kind: 'letter', code: 'm)', label: 'Scambio di buone pratiche' },
    ]);
  });

  it('takes place in three countries and looks to four communities', () => {
    const { places, communities } = facts.sheet(DISCORSI);
    expect(places).toEqual([
      { country: 'IT', region: 'Piemonte', province: 'Provincia di Torino' },
      { country: 'FR', region: 'Auvergne-Rhône-Alpes', province: null },
      { country: 'ES', region: 'Catalogna', province: null },
    ]);
    expect(communities.map((one: Body) => one.label)).toEqual(discorsi.communities);
  });

  it('has one lead, three partners and thirty-five adherents, category by category', async () => {
    const { counts } = await facts.part(DISCORSI, 'participations');
    const count = (role: string, category: string | null) =>
      counts.find((one: Body) => one.role === role && one.category === category)?.participations;
    expect(count('lead', null)).toBe(1);
    expect(count('partner', null)).toBe(3);
    expect(count('adherent', 'Enti locali')).toBe(8);
    expect(count('adherent', 'Soci COP')).toBe(7);
    expect(count('adherent', 'Altre associazioni')).toBe(6);
    expect(count('adherent', 'Altri enti')).toBe(8);
    expect(count('foreign_adherent', 'Soggetti aderenti esteri')).toBe(6);
    const adherents = counts.filter((one: Body) => one.role.endsWith('adherent'));
    const total = adherents.reduce((sum: number, one: Body) => sum + one.participations, 0);
    expect(total).toBe(35);
  });

  it('names every one of them', async () => {
    const all = await facts.participations(DISCORSI);
    expect(all).toHaveLength(39);
    expect(all.every((one) => !one.demonstration)).toBe(true);
    const of = (role: string, category: string | null = null) =>
      namesOf(all.filter((one) => one.role === role && one.category === category));
    expect(of('lead')).toEqual([discorsi.lead]);
    expect(of('partner')).toEqual(discorsi.partners);
    for (const [category, bodies] of Object.entries(discorsi.adherents)) {
      expect(of('adherent', category)).toEqual(bodies);
    }
    expect(of('foreign_adherent', 'Soggetti aderenti esteri')).toEqual(discorsi.abroad);
  });

  it('says through which network a body adheres', async () => {
    const all = await facts.participations(DISCORSI);
    const via = (name: string) => namesOf(all.filter((one) => one.viaNetworkName === name));
    expect(via('Réseau Rhône-Alpes d’appui à la coopération internationale')).toEqual(
      discorsi.throughResacoop,
    );
    expect(via(discorsi.lead)).toHaveLength(7);
  });

  it('has a general objective and under it OS1 to OS4', async () => {
    const { items } = await facts.part(DISCORSI, 'objectives');
    const general = items.find((one: Body) => one.code === 'OG');
    expect(general).toMatchObject({ kind: 'general', parentId: null });
    const under = items.filter((one: Body) => one.parentId === general.id);
    expect([general, ...under].map((one: Body) => [one.code, one.text])).toEqual(
      discorsi.objectives.map(([code, text]) => [code, expect.stringMatching(text)]),
    );
  });

  it('has four phases with three researches, two study tours and the Turin seminar', async () => {
    const phases = (await facts.part(DISCORSI, 'work-items')).items;
    expect(phases.map((one: Body) => [one.kind, one.code, one.description])).toEqual(
      discorsi.phases.map(([code, text]) => ['phase', code, expect.stringContaining(text)]),
    );
    const { items } = await facts.part(DISCORSI, 'deliverables');
    const of = (code: string, kind: string) =>
      items.filter(
        (one: Body) =>
          one.kind === kind &&
          one.workItemId === phases.find((phase: Body) => phase.code === code).id,
      );
    expect(of('F1', 'study').map((one: Body) => one.theme)).toEqual(discorsi.researchThemes);
    expect(of('F2', 'study_tour').map((one: Body) => one.territory)).toEqual(discorsi.studyTours);
    expect(of('F2', 'event')).toMatchObject([
      {
        territory: discorsi.seminar.territory,
        title: expect.stringContaining(discorsi.seminar.title),
      },
    ]);
    expect(of('F3', 'service')).toHaveLength(1);
    expect(of('F4', 'service')).toHaveLength(1);
    expect(of('F4', 'event')).toHaveLength(1);
  });

  it('lists ten publications by file and the playlist by address', async () => {
    const { items } = await facts.part(DISCORSI, 'deliverables');
    const publications = items.filter((one: Body) => one.kind === 'publication');
    expect(
      publications.map((one: Body) => [one.fileName, one.language, one.territory, one.theme]),
    ).toEqual(discorsi.publications);
    expect(items.filter((one: Body) => one.kind === 'playlist')).toMatchObject([
      { url: discorsi.playlist },
    ]);
  });

  it('does not know what IRES does there, and names it nowhere', async () => {
    const sheet = facts.sheet(DISCORSI);
    expect(sheet).toMatchObject({ functionsKnown: false, functions: [], team: [] });
    const everything = await Promise.all(
      [
        'participations?limit=200',
        'work-items',
        'objectives',
        'deliverables',
        'network',
        'team',
      ].map((what) => facts.part(DISCORSI, what)),
    );
    expect(JSON.stringify([sheet, ...everything])).not.toMatch(/IRES/);
  });
});
