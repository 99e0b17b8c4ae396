import type { IsoDate } from '../kernel/dates.js';
import { Conflict } from '../kernel/errors.js';

/** What was restricted is read and changed by nobody; what was erased does not come back. */
export function assertOpen({
  restrictedOn,
  erasedOn,
}: Record<'restrictedOn' | 'erasedOn', IsoDate | null>): void {
  if (restrictedOn !== null)
    throw new Conflict(
      'identity.restricted',
      'Il trattamento di questi dati è limitato: nessuno può leggerli né cambiarli.',
    );
  if (erasedOn !== null)
    throw new Conflict('identity.erased', 'L’identità di questa persona è stata cancellata.');
}
