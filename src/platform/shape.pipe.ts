import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { BadShape, type FieldError } from '../kernel/errors.js';
import './remembered-rules.js';

/** Refuses whole what has the wrong shape or an unknown field, and names each field. */
export const shapePipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) =>
      new BadShape(
        'request.shape',
        'Alcuni dati non sono come attesi: correggi i campi indicati.',
        errors.flatMap((e) => toFieldErrors(e)),
      ),
  });

function toFieldErrors(error: ValidationError, parent = ''): FieldError[] {
  const path = parent ? `${parent}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    path,
    message: rule === 'whitelistValidation' ? 'Questo campo non è previsto: toglilo.' : message,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => toFieldErrors(child, path))];
}
