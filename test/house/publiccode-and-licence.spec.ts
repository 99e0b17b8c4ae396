import * as fs from 'node:fs';
import { parse } from 'yaml';

interface Description {
  genericName: string;
  shortDescription: string;
  longDescription: string;
  features: string[];
}

const code = parse(fs.readFileSync('publiccode.yml', 'utf8')) as {
  publiccodeYmlVersion: string;
  name: string;
  url: string;
  softwareVersion: string;
  platforms: string[];
  categories: string[];
  developmentStatus: string;
  softwareType: string;
  description: Record<string, Description>;
  legal: { license: string };
  maintenance: { type: string; contacts: { name: string }[] };
  localisation: { localisationReady: boolean; availableLanguages: string[] };
};
const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
  version: string;
  license: string;
  engines: { node: string };
};

describe('publiccode.yml', () => {
  it('carries every key that the standard requires', () => {
    expect(code).toMatchObject({
      publiccodeYmlVersion: expect.stringMatching(/^0\.\d$/),
      name: 'Capofila',
      url: expect.stringMatching(/^https:\/\//),
      platforms: ['web'],
      developmentStatus: expect.stringMatching(/^(concept|development|beta|stable)$/),
      softwareType: 'standalone/web',
      maintenance: { type: 'internal', contacts: [{ name: expect.any(String) }] },
      localisation: { localisationReady: expect.any(Boolean), availableLanguages: ['it'] },
    });
    expect(code.categories.length).toBeGreaterThan(0);
  });

  it.each(['it', 'en'])('describes the program in %s within the lengths allowed', (language) => {
    const { genericName, shortDescription, longDescription, features } =
      code.description[language]!;
    expect(genericName.length).toBeLessThanOrEqual(35);
    expect(shortDescription.length).toBeLessThanOrEqual(150);
    expect(longDescription.length).toBeGreaterThanOrEqual(150);
    expect(longDescription.length).toBeLessThanOrEqual(10_000);
    expect(features.length).toBeGreaterThan(0);
  });

  it('agrees with package.json and with the licence', () => {
    expect(code.softwareVersion).toBe(manifest.version);
    expect(code.legal.license).toBe(manifest.license);
    const licence = fs.readFileSync('LICENSE', 'utf8');
    expect(licence).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
    for (let article = 1; article <= 15; article += 1) {
      expect(licence).toMatch(new RegExp(`^${article}\\. [A-Z]`, 'm'));
    }
  });
});
