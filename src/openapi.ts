import { readFileSync, writeFileSync } from 'node:fs';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { readConfig } from './config.js';
import { openApiDocument, withPrefix } from './openapi-document.js';

const FILE = 'openapi.json';

/** Writes openapi.json without a database; with --check only says whether it is up to date. */
const app = await NestFactory.create(
  AppModule.with(readConfig({}), { runtimeUrl: 'postgres://none@127.0.0.1/none' }),
  new FastifyAdapter(),
  { preview: true, logger: false, abortOnError: false },
);
withPrefix(app);
const text = `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text);
} else if (readFileSync(FILE, 'utf8') !== text) {
  process.stderr.write('openapi.json is out of date: run `npm run openapi` and commit it.\n');
  process.exitCode = 1;
}
process.exit();
