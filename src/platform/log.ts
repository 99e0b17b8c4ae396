import type { LoggerService } from '@nestjs/common';
import { refusalOf } from './constraints.js';
import { pino, type Logger } from 'pino';

/** Structured lines without personal data: ids, routes, states and times only. Its level is set from the configuration. */
export const log: Logger = pino({
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: errorWithoutValues },
  redact: ['email', 'password', 'token', '*.email', '*.password', '*.token'],
});

/** Nest's own messages, in the same form. */
export class NestLog implements LoggerService {
  log(message: unknown): void {
    log.debug(String(message));
  }
  error(message: unknown): void {
    log.error(String(message));
  }
  warn(message: unknown): void {
    log.warn(String(message));
  }
}

/** What failed and where; never the values that a statement carried, which the database repeats in its own sentence. */
export function errorWithoutValues(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table } = refusalOf(error);
  const message = code ? undefined : error.message;
  return { type: error.name, message, code, constraint, table, at: placesIn(error.stack) };
}

/** The places of a stack, without the message on top of it, which may be of several lines. */
const placesIn = (stack = ''): string[] => stack.match(/^ {4}at .*$/gm) ?? [];
