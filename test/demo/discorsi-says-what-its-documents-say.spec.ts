import type { Body } from '../support/client.js';
import { FactsReader, namesOf } from './facts-reader.js';

// Typed by hand from the documents: nothing here comes from src/demo.
const DISCORSI = 'discorsi-migranti';

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
    expect(facts.sheet(DISCORSI).aliases).toContain('I.S.Co.R.S.I. Migranti');
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
    expect(communities.map((one: Body) => one.label)).toEqual([
      'Marocco',
      'Albania',
      'Senegal',
      'Perù',
    ]);
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
    expect(of('lead')).toEqual(['Consorzio Ong Piemontesi']);
    expect(of('partner')).toEqual([
      'CICSENE – Cooperazione e Sviluppo Locale',
      'Comitato Collaborazione Medica',
      'ENAIP Piemonte',
    ]);
    expect(of('adherent', 'Enti locali')).toEqual([
      'COCOPA – Coordinamento Comuni per la Pace',
      'Città metropolitana di Torino',
      'Comune di Alessandria',
      'Comune di Asti',
      'Comune di Bra',
      'Comune di Novara',
      'Comune di Torino',
      'Regione Piemonte',
    ]);
    expect(of('adherent', 'Soci COP')).toEqual([
      'Associazione ANOLF Piemonte',
      'Associazione ENGIM Piemonte',
      'Associazione ISCOS-CISL Piemonte',
      'Associazione LVIA',
      'Associazione MAIS',
      'Associazione RENKEN',
      'Associazione RETE Ong',
    ]);
    expect(of('adherent', 'Altre associazioni')).toEqual([
      'Associazione AEPAC',
      'Associazione Culturale Filippini Piemonte',
      'Associazione Le Flambeau',
      'Associazione Non Solo Aiuto',
      'Associazioni ASAI',
      'Forum Italo Marocchino per le Relazioni Bilaterali',
    ]);
    expect(of('adherent', 'Altri enti')).toEqual([
      'ASL TO1',
      'ASL TO2',
      'ASL TO4',
      'Acli Piemonte',
      'Associazione La Strada',
      'Centro Piemontese Studi Africani',
      'Forum del Terzo Settore Piemonte',
      'Università di Torino',
    ]);
    expect(of('foreign_adherent', 'Soggetti aderenti esteri')).toEqual([
      'Centre International d’Etudes pour le Développement Local',
      'Collectif des organisations de solidarité internationale issues des migrations de Rhône-Alpes',
      'Forum Réfugiés-COSI',
      'LaFede.cat – Organitzacions per a la justícia global',
      'Réseau Rhône-Alpes d’appui à la coopération internationale',
      'SOS Racisme Catalunya',
    ]);
  });

  it('says through which network a body adheres', async () => {
    const all = await facts.participations(DISCORSI);
    const via = (name: string) => namesOf(all.filter((one) => one.viaNetworkName === name));
    expect(via('Réseau Rhône-Alpes d’appui à la coopération internationale')).toEqual([
      'Centre International d’Etudes pour le Développement Local',
      'Collectif des organisations de solidarité internationale issues des migrations de Rhône-Alpes',
      'Forum Réfugiés-COSI',
    ]);
    expect(via('Consorzio Ong Piemontesi')).toHaveLength(7);
  });

  it('has a general objective and under it OS1 to OS4', async () => {
    const { items } = await facts.part(DISCORSI, 'objectives');
    const general = items.find((one: Body) => one.code === 'OG');
    expect(general).toMatchObject({ kind: 'general', parentId: null });
    expect(general.text).toMatch(/casa, salute, lavoro/);
    const under = items.filter((one: Body) => one.parentId === general.id);
    expect(under.map((one: Body) => one.code)).toEqual(['OS1', 'OS2', 'OS3', 'OS4']);
    expect(under[0].text).toMatch(/ricerca\/azione nelle tre regioni/);
    expect(under[1].text).toMatch(/associazioni di migranti.*loro famiglie/);
    expect(under[2].text).toMatch(/Francia e in Spagna.*COP, RESACOOP e LaFede\.cat/);
    expect(under[3].text).toMatch(
      /Marocco, Albania, Senegal e Perù.*flussi in arrivo e di rientro/,
    );
  });

  it('has four phases with three researches, two study tours and the Turin seminar', async () => {
    const phases = (await facts.part(DISCORSI, 'work-items')).items;
    expect(phases.map((one: Body) => [one.kind, one.code])).toEqual([
      ['phase', 'F1'],
      ['phase', 'F2'],
      ['phase', 'F3'],
      ['phase', 'F4'],
    ]);
    const { items } = await facts.part(DISCORSI, 'deliverables');
    const of = (code: string, kind: string) =>
      items.filter(
        (one: Body) =>
          one.kind === kind &&
          one.workItemId === phases.find((phase: Body) => phase.code === code).id,
      );
    expect(of('F1', 'study').map((one: Body) => one.theme)).toEqual([
      'abitare',
      'salute',
      'competenze',
    ]);
    expect(of('F2', 'study_tour').map((one: Body) => one.territory)).toEqual([
      'Lione',
      'Barcellona',
    ]);
    expect(of('F2', 'event')).toMatchObject([
      { territory: 'Torino', title: expect.stringMatching(/[Ss]eminario internazionale/) },
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
    ).toEqual([
      ['discorsi-migranti_le-ricerche-in-piemonte1', 'it', 'Piemonte', null],
      ['discorsi-migranti_le-ricerche-in-piemonte_abstract1', 'it', 'Piemonte', null],
      [
        'discorsi-migranti_le-ricerche-in-auvergne-rhone-alpes_abstract-e-pratiche',
        'it',
        'Auvergne-Rhône-Alpes',
        null,
      ],
      ['discorsi-migranti_le-ricerche-in-catalogna_abstract-e-pratiche', 'it', 'Catalogna', null],
      ['discorsi-migranti_france_compc3a9tences', 'fr', 'Francia', 'competenze'],
      ['discorsi-migranti_cataluc3b1a_competencias-1', 'es', 'Catalogna', 'competenze'],
      ['discorsi-migranti_-france_-logement', 'fr', 'Francia', 'abitare'],
      ['discorsi-migranti_cataluc3b1a_vivienda', 'es', 'Catalogna', 'abitare'],
      ['discorsi-migranti_france_santc3a9ok', 'fr', 'Francia', 'salute'],
      ['discorsi-migranti_cataluc3b1a_salud', 'es', 'Catalogna', 'salute'],
    ]);
    expect(items.filter((one: Body) => one.kind === 'playlist')).toMatchObject([
      {
        url: 'http://www.youtube.com/playlist?list=PL0L5eYwguYaxYgSrhg0E3Di7yTusHcIdT',
      },
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
