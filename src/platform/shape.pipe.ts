import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { BadShape, type FieldError } from '../kernel/errors.js';
import './remembered-rules.js';

class ShapePipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // Else a form sent as another media type would pass for an empty one.
    if (metadata.type === 'body' && value === undefined) throw nothingSent();
    return super.transform(value, metadata);
  }
}

const nothingSent = (): BadShape =>
  new BadShape('request.shape', 'La richiesta è vuota: invia i dati del modulo come JSON.');

/** Refuses whole what has the wrong shape or an unknown field, and names each field. */
export const shapePipe = (): ValidationPipe =>
  new ShapePipe({
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
