import { freeSlug, slugOf } from './slug.js';

describe('the short name in addresses', () => {
  it.each([
    ['D.I.S.Co.R.S.I. Migranti', 'discorsi-migranti'],
    ['InterAzioni in Piemonte 2', 'interazioni-in-piemonte-2'],
    ['L’Osservatorio sull’immigrazione', 'l-osservatorio-sull-immigrazione'],
    ['Cittadinanza è Comunità', 'cittadinanza-e-comunita'],
    ['«»', 'progetto'],
  ])('of %s is %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('is never longer than 60 characters and never ends with a dash', () => {
    const slug = slugOf('parola '.repeat(40));
    expect(slug.length).toBeLessThanOrEqual(60);
    expect(slug).not.toMatch(/-$/);
  });

  it('takes a number when another project has it', () => {
    expect(freeSlug('mediato', new Set())).toBe('mediato');
    expect(freeSlug('mediato', new Set(['mediato', 'mediato-2']))).toBe('mediato-3');
  });
});
