import type { TestApp } from '../support/app.js';
import type { Answer } from '../support/client.js';
import { formOf } from '../documents/upload.js';

type Row = { id: string };
type Cell = string | number;

/** A CSV as an Italian office saves it. */
export const csv = (rows: Cell[][], delimiter = ';'): Buffer =>
  Buffer.from(rows.map((row) => row.map(quoted).join(delimiter)).join('\r\n'));

const quoted = (cell: Cell): string =>
  /[;,\t"\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell);

/** What a user does with one file in one project. */
export class Importing {
  constructor(
    readonly app: TestApp,
    readonly project: Row,
    readonly user: Row,
    readonly target = 'activities',
  ) {}

  send(
    content: Buffer,
    name = 'foglio.csv',
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const { body, type } = formOf({ name, content }, { target: this.target });
    return this.post('', body, { 'content-type': type, ...headers });
  }

  /** Sends and checks with the mapping that is proposed. */
  async checked(content: Buffer, name?: string): Promise<Answer['body']> {
    const { status, body } = await this.send(content, name);
    if (status !== 201) throw new Error(JSON.stringify(body));
    const answer = await this.check(body);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  }

  check = ({ id, fields }: Answer['body'], change: Record<string, number | null> = {}) =>
    this.post(`/${id}/check`, {
      mapping: fields
        .map(({ key, column }: { key: string; column: number | null }) => ({
          field: key,
          column: key in change ? change[key] : column,
        }))
        .filter(({ column }: { column: number | null }) => column !== null),
    });

  apply = (id: string, onlyGood = false) => this.post(`/${id}/apply`, { onlyGood });
  undo = (id: string) => this.post(`/${id}/undo`);
  read = (id: string) => this.app.as(this.user).get(`${this.path}/${id}`);

  async rows(id: string, query = ''): Promise<Answer['body']> {
    return (await this.app.as(this.user).get(`${this.path}/${id}/rows${query}`)).body.items;
  }

  /** Sends, checks and applies. */
  async whole(content: Buffer, name?: string): Promise<Answer['body']> {
    const { id } = await this.checked(content, name);
    const { status, body } = await this.apply(id);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  }

  private get path(): string {
    return `/projects/${this.project.id}/imports`;
  }

  private post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> {
    return this.app.as(this.user).post(this.path + path, body, headers);
  }
}
