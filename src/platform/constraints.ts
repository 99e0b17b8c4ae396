import { DatabaseError } from 'pg';
import { QueryFailedError } from 'typeorm';
import { Problem } from '../kernel/errors.js';

interface Sentence {
  status: 400 | 409 | 422 | 507;
  code: string;
  detail: string;
}

const sentences = new Map<string, Sentence>();

/** Tells what to say when the database refuses through this constraint; each feature declares its own beside its rules. */
export function describeConstraint(constraint: string, sentence: Sentence): void {
  sentences.set(constraint, sentence);
}

const UNREADABLE: Sentence = {
  status: 400,
  code: 'request.malformed',
  detail: 'La richiesta contiene un valore che non è leggibile: torna all’elenco e riprova.',
};

const BUSY: Sentence = {
  status: 409,
  code: 'row.busy',
  detail: 'Qualcun altro sta scrivendo gli stessi dati: riprova tra un momento.',
};

const CLASSES: Record<string, Sentence> = {
  '40001': BUSY,
  '40P01': BUSY,
  '22P02': UNREADABLE,
  '22007': UNREADABLE,
  '22008': UNREADABLE,
  '23505': {
    status: 409,
    code: 'row.duplicate',
    detail: 'Esiste già una scheda con questi dati: cercala e modifica quella.',
  },
  '23P01': {
    status: 409,
    code: 'row.overlap',
    detail: 'Questi dati si sovrappongono ad altri già registrati: controlla date e orari.',
  },
  '23503': {
    status: 422,
    code: 'reference.unknown',
    detail:
      'Uno dei riferimenti scelti non esiste in questo progetto: sceglilo di nuovo dall’elenco.',
  },
  '23514': {
    status: 422,
    code: 'row.impossible',
    detail: 'Questi valori non sono ammessi insieme: controllali e riprova.',
  },
  '23502': {
    status: 422,
    code: 'row.incomplete',
    detail: 'Manca un dato obbligatorio: completa la scheda e riprova.',
  },
  '53100': {
    status: 507,
    code: 'database.space',
    detail:
      'Lo spazio per i dati è esaurito e nulla è stato salvato: avvisa chi amministra il sistema e riprova più tardi.',
  },
  '22003': {
    status: 422,
    code: 'number.range',
    detail: 'Un numero è troppo grande: controlla l’importo o la quantità.',
  },
};

/** The problem that a constraint would raise, for a rule that is asked before the database is; it is told of a field. */
export function refusedBy(constraint: string, path: string): Problem {
  const { status, code, detail } = sentences.get(constraint)!;
  return new Problem(status, code, detail, [{ path, message: detail }]);
}

/** The problem that a refusal of the database is to its reader; null when it is a fault of ours. */
export function problemOf(error: unknown): Problem | null {
  const { code, constraint } = refusalOf(error);
  const sentence = sentences.get(constraint ?? '') ?? CLASSES[code ?? ''];
  return sentence ? new Problem(sentence.status, sentence.code, sentence.detail) : null;
}

/** PostgreSQL's own words, whether TypeORM wrapped them or not. */
export function refusalOf(error: unknown): { code?: string; constraint?: string; table?: string } {
  const refusal: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return refusal instanceof DatabaseError ? refusal : {};
}
