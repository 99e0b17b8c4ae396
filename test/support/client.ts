import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Answers } from './answers.js';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
type Headers = Record<string, string>;

// Tests read answers freely; their shape is checked against the OpenAPI document.
// oxlint-disable-next-line no-explicit-any
export type Body = any;

export interface Answer {
  status: number;
  body: Body;
  text: string;
  /** The answer as it came: for what is no text. */
  bytes: Buffer;
  headers: Record<string, string | string[] | number | undefined>;
}

/** Speaks HTTP to the program; every answer must be one that the OpenAPI document allows. */
export class Client {
  constructor(
    private readonly nest: NestFastifyApplication,
    private readonly answers: Answers,
    private readonly token: (() => Promise<string>) | null,
  ) {}

  get = (path: string, headers?: Headers) => this.send('GET', path, undefined, headers);
  post = (path: string, body?: unknown, headers?: Headers) =>
    this.send('POST', path, body, headers);
  patch = (path: string, body?: unknown, headers?: Headers) =>
    this.send('PATCH', path, body, headers);
  put = (path: string, body?: unknown, headers?: Headers) => this.send('PUT', path, body, headers);
  delete = (path: string, headers?: Headers) => this.send('DELETE', path, undefined, headers);

  /** Any request; `path` starts at /projects, the prefix is added. */
  async send(method: Method, path: string, body?: unknown, headers: Headers = {}): Promise<Answer> {
    const outside = ['/api/', '/status', '/schede/'].some((start) => path.startsWith(start));
    const url = outside ? path : `/api/v1${path}`;
    const authorization: Headers = this.token
      ? { authorization: `Bearer ${await this.token()}` }
      : {};
    const response = await this.nest.inject({
      method,
      url,
      headers: { ...authorization, ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const isJson = String(response.headers['content-type'] ?? '').includes('json');
    const answer = {
      status: response.statusCode,
      body: isJson && response.body ? (JSON.parse(response.body) as Body) : undefined,
      text: response.body,
      bytes: response.rawPayload,
      headers: response.headers,
    };
    this.answers.check(method, url, answer);
    return answer;
  }
}

/** The header of an edit that saw this version. */
export const ifMatch = (version: number): Headers => ({ 'if-match': `"${version}"` });
