import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Answer } from './client.js';

type Json = { [key: string]: Json };

/** Checks every answer against the OpenAPI document that the program publishes. */
export class Answers {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly paths: { pattern: RegExp; path: string }[];
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(private readonly document: Record<string, unknown>) {
    addFormats.default(this.ajv);
    this.ajv.addSchema({ ...document, $id: 'openapi' });
    this.paths = Object.keys(document['paths'] as Json)
      .sort((a, b) => Number(a.includes('{')) - Number(b.includes('{')))
      .map((path) => ({
        path,
        pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
      }));
  }

  check(method: string, url: string, answer: Omit<Answer, 'bytes'>): void {
    const path = this.pathOf(url);
    const operation = (this.document['paths'] as Json)[path]?.[method.toLowerCase()];
    if (!operation) return assertNowhere(method, url, answer.status);
    const where = `${method} ${path}`;
    const key = declaredStatus(where, operation['responses'] ?? {}, answer.status);
    const content = operation['responses']?.[key]?.['content'] ?? {};
    const type = declaredType(`${where} ${key}`, content, answer);
    if (!type?.includes('json')) return;
    const at = ['paths', path, method.toLowerCase(), 'responses', key, 'content', type, 'schema'];
    this.assertMatches(at, answer.body);
  }

  private pathOf(url: string): string {
    const address = new URL(url, 'http://localhost').pathname;
    return this.paths.find(({ pattern }) => pattern.test(address))?.path ?? '';
  }

  private assertMatches(at: string[], body: unknown): void {
    const validate = this.validator(at.join('|'), at);
    if (validate(body)) return;
    const what = this.ajv.errorsText(validate.errors);
    throw new Error(
      `${at.join(' ')} is not the answer: ${what}\n${JSON.stringify(body).slice(0, 600)}`,
    );
  }

  private validator(key: string, pointer: string[]): ValidateFunction {
    const known = this.compiled.get(key);
    if (known) return known;
    const path = pointer
      .map((part) => encodeURIComponent(part.replace(/~/g, '~0').replace(/\//g, '~1')))
      .join('/');
    const validate = this.ajv.compile({ $ref: `openapi#/${path}` });
    this.compiled.set(key, validate);
    return validate;
  }
}

function declaredStatus(where: string, responses: Json, status: number): string {
  if (status in responses) return String(status);
  if (status < 400) throw new Error(`${where} does not declare ${status}`);
  return 'default';
}

/** A file of somebody's own is of any type. */
const ANY = 'application/octet-stream';

/** The declared type that the answer has; null where it has and shall have no body. */
function declaredType(where: string, content: Json, { headers, text }: Omit<Answer, 'bytes'>) {
  const declared = Object.keys(content);
  if (declared.length === 0) {
    if (text !== '') throw new Error(`${where} answers a body that it does not declare`);
    return null;
  }
  const type = String(headers['content-type']).split(';')[0]!;
  const found = declared.find((name) => name.split(';')[0] === type || name === ANY);
  if (!found) throw new Error(`${where} answers ${type}, which it does not declare`);
  return found;
}

function assertNowhere(method: string, url: string, status: number): void {
  if (status !== 404 && status !== 405) {
    throw new Error(`${method} ${url} is not in the OpenAPI document`);
  }
}
