import type { Body } from '../support/client.js';
import { startDemonstration, type DemonstrationApp } from '../support/demonstration.js';

/** The demonstration as its coordinator reads it, over HTTP. */
export class FactsReader {
  readonly projects = new Map<string, Body>();

  private constructor(readonly app: DemonstrationApp) {}

  static async start(): Promise<FactsReader> {
    const reader = new FactsReader(await startDemonstration());
    const list = await reader.get('/projects');
    for (const { id, slug } of list.items) {
      reader.projects.set(slug, await reader.get(`/projects/${id}`));
    }
    return reader;
  }

  get = async (path: string): Promise<Body> => {
    const { status, body } = await this.app.as(this.app.user('coordinator')).get(path);
    expect(status).toBe(200);
    return body;
  };

  sheet = (slug: string): Body => this.projects.get(slug);

  part = (slug: string, what: string): Promise<Body> =>
    this.get(`/projects/${this.sheet(slug).id}/${what}`);

  participations = async (slug: string): Promise<Body[]> =>
    (await this.part(slug, 'participations?limit=200')).items;

  /** Those that the documents name. */
  real = async (slug: string): Promise<Body[]> =>
    (await this.participations(slug)).filter((one) => !one.demonstration);

  /** The sheet of a body, found by any of its names. */
  bodyNamed = async (name: string): Promise<Body> => {
    const found = await this.get(`/organisations?search=${encodeURIComponent(name)}`);
    const row = found.items.find(
      (one: Body) => one.name === name || one.shortName === name || one.aliases.includes(name),
    );
    if (!row) throw new Error(`No body called ${name}`);
    return this.get(`/organisations/${row.id}`);
  };
}

const sorted = (texts: string[]): string[] => [...texts].sort((a, b) => (a < b ? -1 : 1));
export const names = (list: Body[]): string[] => sorted(list.map((one) => one.name));
export const namesOf = (list: Body[]): string[] => sorted(list.map((one) => one.organisationName));
