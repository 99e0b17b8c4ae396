import type { LoggerService } from '@nestjs/common';
import { refusalOf } from './constraints.js';
import { pino, type Logger } from 'pino';

/** Structured lines without personal data: ids, routes, states and times only. */
export const log: Logger = pino({
  level: process.env['LOG_LEVEL'] || 'info',
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: withoutValues },
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

/** What failed and where; never the values that a statement carried. */
function withoutValues(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table } = refusalOf(error);
  return { type: error.name, message: error.message, code, constraint, table, stack: error.stack };
}
