import { FactsReader, names } from './facts-reader.js';
import { discorsi, interazioni } from './facts.js';

const DISCORSI = discorsi.slug;
const INTERAZIONI = interazioni.slug;

let facts: FactsReader;

beforeAll(async () => {
  facts = await FactsReader.start();
});

afterAll(() => facts.app.close());

describe('the networks of D.I.S.Co.R.S.I.', () => {
  it('declare 25, 71 and 116, each with its source', async () => {
    for (const [name, size] of discorsi.sizes) {
      const body = await facts.bodyNamed(name);
      expect(body.kind).toBe('network');
      expect(body.declaredSizes).toEqual([
        { size, countedOn: null, source: expect.stringMatching(/D\.I\.S\.Co\.R\.S\.I\./) },
      ]);
    }
  });

  it('are never added up: 212 stands nowhere', async () => {
    const answers = await Promise.all([
      ...[DISCORSI, INTERAZIONI].flatMap((slug) => [
        facts.part(slug, 'participations?limit=200'),
        facts.part(slug, 'network'),
      ]),
      facts.get('/organisations?limit=200'),
    ]);
    expect(JSON.stringify([...facts.projects.values(), ...answers])).not.toMatch(/:\s*"?212\b/);
  });

  it('have the members that the documents give', async () => {
    expect(names((await facts.bodyNamed('RESACOOP')).members)).toEqual([
      'Centre International d’Etudes pour le Développement Local',
      'Collectif des organisations de solidarité internationale issues des migrations de Rhône-Alpes',
      'Comune di Lione',
      'Forum Réfugiés-COSI',
      'Regione Rhône-Alpes',
    ]);
    expect(names((await facts.bodyNamed('COP')).members)).toHaveLength(7);
    expect((await facts.bodyNamed('CIEDEL')).parentName).toBe('Université Catholique de Lyon');
  });

  it('count four collaborations of LaFede.cat, which make nobody a member', async () => {
    const lafede = await facts.bodyNamed('LaFede.cat');
    expect(names(lafede.collaborations)).toEqual([
      'Agenzia Catalana di Cooperazione per lo sviluppo',
      'Comune di Barcellona',
      'Regione Catalogna',
      'Università Autonoma di Barcellona',
    ]);
    expect(lafede.members).toEqual([]);
    expect((await facts.bodyNamed('Comune di Barcellona')).participations).toEqual([]);
  });

  it.each(discorsi.sites)('%s is found at %s', async (name, site) => {
    expect((await facts.bodyNamed(name)).website).toBe(`http://${site}`);
  });

  it.each([
    ['CoP', 'Consorzio Ong Piemontesi'],
    ['COP', 'Consorzio Ong Piemontesi'],
    ['Cicsene', 'CICSENE – Cooperazione e Sviluppo Locale'],
    ['CCM', 'Comitato Collaborazione Medica'],
    ['Enaip', 'ENAIP Piemonte'],
    ['Forum Refugié', 'Forum Réfugiés-COSI'],
  ])('%s is %s', async (alias, name) => {
    expect((await facts.bodyNamed(alias)).name).toBe(name);
  });
});
