import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { ProblemView } from './platform/problem.dto.js';

type Json = { [key: string]: unknown };

/** Everything stands under one prefix, save what others than our pages and programs ask for. */
export const withPrefix = (app: INestApplication): unknown =>
  app.setGlobalPrefix('api/v1', { exclude: ['status', 'status/live', 'schede/:slug'] });

/** The OpenAPI 3.1 document of the whole interface, with closed schemas and the problems that any operation may answer. */
export function openApiDocument(app: INestApplication): Json {
  const built = SwaggerModule.createDocument(app, DESCRIPTION, {
    extraModels: [ProblemView],
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '')}_${method}`,
  }) as unknown as Json;
  const document = modern(built) as Json;
  for (const [path, operations] of Object.entries(document['paths'] as Json)) {
    for (const [method, operation] of Object.entries(operations as Json)) {
      addProblems(method, operation as Json);
      addPathParameters(path, operation as Json);
    }
  }
  return document;
}

const DESCRIPTION = new DocumentBuilder()
  .setOpenAPIVersion('3.1.0')
  .setTitle('Capofila')
  .setDescription('Amministrare e coordinare progetti finanziati e i loro partenariati.')
  .setVersion('1')
  .setContact('Capofila', '', '')
  .addServer('/')
  .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token')
  .addSecurityRequirements('token')
  .build();

const PROBLEM = {
  description: 'Un problema, detto in italiano',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemView' } } },
};

function addProblems(method: string, operation: Json): void {
  (operation['responses'] as Json)['default'] = PROBLEM;
  if (method === 'get') return;
  const parameters = (operation['parameters'] ?? []) as Json[];
  operation['parameters'] = [...parameters, KEY];
}

/** A handler that takes the project from its caller names no parameter for it: the path does. */
function addPathParameters(path: string, operation: Json): void {
  const parameters = (operation['parameters'] ?? []) as Json[];
  const named = new Set(parameters.map(({ name }) => name));
  const missing = [...path.matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => name)
    .filter((name) => !named.has(name));
  const schema = { type: 'string', format: 'uuid' };
  operation['parameters'] = [
    ...missing.map((name) => ({ name, in: 'path', required: true, schema })),
    ...parameters,
  ];
}

const KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Rende sicuro ripetere la richiesta: stessa chiave e stesso contenuto, stessa risposta.',
  schema: { type: 'string', minLength: 8, maxLength: 200 },
};

/** Turns `nullable` into 3.1's type lists and closes every object that lists its members. */
function modern(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(modern);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, modern(inner)]),
  );
  if (rest['type'] === 'object' && rest['properties'] !== undefined)
    rest['additionalProperties'] ??= false;
  return nullable === true ? orNull(rest) : rest;
}

function orNull(schema: Json): Json {
  if (typeof schema['type'] === 'string' && schema['allOf'] === undefined)
    return { ...schema, type: [schema['type'], 'null'] };
  const { description, allOf, type: _type, ...rest } = schema;
  const inner =
    Array.isArray(allOf) && allOf.length === 1
      ? (allOf[0] as Json)
      : { ...rest, ...(allOf ? { allOf } : {}) };
  return { ...(description ? { description } : {}), anyOf: [inner, { type: 'null' }] };
}
