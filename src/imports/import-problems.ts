import { Conflict, Forbidden, Problem, RuleBroken } from '../kernel/errors.js';

/** 422: what is wrong with a file as a whole. */
export const badFile = (code: string, detail: string): Problem =>
  new RuleBroken(`import.${code}`, detail);

export const unreadable = (): Problem =>
  badFile(
    'unreadable',
    'Il file non si riesce a leggere: riaprilo, salvalo di nuovo come XLSX, ODS o CSV e riprova.',
  );

export const tooManyColumns = (most: number): Problem =>
  badFile('columns', `Il file ha più di ${most} colonne: tieni solo quelle che servono e riprova.`);

export const tooManyRows = (most: number): Problem =>
  badFile(
    'rows',
    `Il file ha più di ${most.toLocaleString('it-IT')} righe: dividilo in più file e riprova.`,
  );

export const notYours = (): Problem =>
  new Forbidden(
    'import.target',
    'Il tuo ruolo non può inserire questi dati, e quindi neppure importarli.',
  );

export const wrongState = (): Problem =>
  new Conflict(
    'import.state',
    'Questa importazione è già in un altro stato: ricarica la pagina e guarda a che punto è.',
  );

export const checkedLongAgo = (): Problem =>
  new Conflict(
    'import.checked-long-ago',
    'Il controllo è di più di un’ora fa: controlla di nuovo il file, poi importalo.',
  );

export const badRows = (bad: number): Problem =>
  new RuleBroken(
    'import.bad-rows',
    `${bad === 1 ? 'Una riga non va' : `${bad} righe non vanno`} bene: nulla è stato importato. Correggi il file, oppure importa solo le righe buone.`,
  );

export const changedSince = (rows: number): Problem =>
  new Conflict(
    'import.changed-since',
    `${rows === 1 ? 'Una riga è cambiata' : `${rows} righe sono cambiate`} dopo l’importazione, o altro dipende da loro: non si può annullare tutto insieme. Correggile una per una.`,
  );
