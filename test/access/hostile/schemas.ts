import { openApiDocument } from '../../../src/openapi-document.js';
import type { TestApp } from '../../support/app.js';

/** The part of JSON Schema that our field decorators publish. */
export interface Schema {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  allOf?: Schema[];
  $ref?: string;
}

interface Operation {
  requestBody?: { content: Record<string, { schema: Schema }> };
  parameters?: { name: string; in: string; schema: Schema }[];
}

/** What the program publishes about its operations, by 'POST /projects'. */
export class Published {
  private readonly operations = new Map<string, Operation>();
  private readonly schemas: Record<string, Schema>;

  constructor(app: TestApp) {
    const document = openApiDocument(app.nest) as {
      paths: Record<string, Record<string, Operation>>;
      components: { schemas: Record<string, Schema> };
    };
    this.schemas = document.components.schemas;
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(methods))
        this.operations.set(`${method.toUpperCase()} ${path.replace('/api/v1', '')}`, operation);
    }
  }

  /** Operations that take a JSON body, with its members. */
  bodies(): { operation: string; members: Record<string, Schema> }[] {
    return [...this.operations].flatMap(([operation, { requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema;
      return schema ? [{ operation, members: this.resolved(schema).properties ?? {} }] : [];
    });
  }

  /** Operations that only read, with their query parameters. */
  queries(): { operation: string; names: string[] }[] {
    return [...this.operations]
      .filter(([operation]) => operation.startsWith('GET'))
      .map(([operation, { parameters = [] }]) => ({
        operation,
        names: parameters.filter((each) => each.in === 'query').map(({ name }) => name),
      }));
  }

  resolved(schema: Schema): Schema {
    const target = schema.$ref ?? schema.allOf?.[0]?.$ref ?? schema.anyOf?.[0]?.$ref;
    return target ? (this.schemas[target.split('/').at(-1)!] ?? schema) : schema;
  }
}

export const typesOf = ({ type }: Schema): string[] =>
  Array.isArray(type) ? type : [type ?? 'object'];
