import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newCode, tidyCode } from '../recipients/recipient-code.js';
import { NewRecipient } from '../recipients/recipient.dto.js';
import type { AgeBand, Gender } from '../recipients/recipient.entity.js';
import { Cells } from './cells.js';
import { citizenshipOf } from './citizenship.js';
import * as rows from './enrolment-target.queries.js';
import type { Lookup } from './lookup.js';
import * as names from './names.queries.js';
import { judged, shaped } from './passing.js';
import type { ImportColumn, ImportPlace, ImportTarget, RowChecker, Verdict } from './target.js';

const AGES: Record<string, AgeBand> = {
  'meno di 18': 'under_18',
  'minore di 18': 'under_18',
  'da 18 a 60': '18_60',
  '18-60': '18_60',
  'più di 60': 'over_60',
  'oltre 60': 'over_60',
};
const GENDERS: Record<string, Gender> = {
  F: 'female',
  femmina: 'female',
  donna: 'female',
  M: 'male',
  maschio: 'male',
  uomo: 'male',
  altro: 'other',
};
const STATUSES: Record<string, 'regular' | 'listener' | 'withdrawn'> = {
  effettivo: 'regular',
  effettiva: 'regular',
  uditore: 'listener',
  uditrice: 'listener',
  ritirato: 'withdrawn',
  ritirata: 'withdrawn',
};

const columns: readonly ImportColumn[] = [
  { key: 'courseId', label: 'Corso', names: ['laboratorio', 'titolo del corso'], required: true },
  {
    key: 'code',
    label: 'Codice',
    names: ['codice destinatario', 'codice persona'],
    help: 'Di chi ne ha già uno; chi non ne ha lo riceve.',
  },
  { key: 'initials', label: 'Iniziali', names: ['sigla'] },
  { key: 'birthYear', label: 'Anno di nascita', names: ['anno nascita', 'nascita'] },
  {
    key: 'ageBand',
    label: 'Fascia d’età',
    names: ['eta', 'fascia'],
    help: 'Se l’anno non è noto: meno di 18, da 18 a 60, più di 60.',
  },
  { key: 'gender', label: 'Genere', names: ['sesso', 'm/f'] },
  {
    key: 'citizenship',
    label: 'Cittadinanza',
    names: ['nazionalità', 'paese'],
    help: 'Il Paese o il suo codice: Marocco, MA; apolide.',
  },
  {
    key: 'status',
    label: 'Iscrizione',
    names: ['stato', 'come'],
    help: 'Effettivo, uditore o ritirato.',
  },
  { key: 'fromDay', label: 'Dal', names: ['iscritto dal', 'data iscrizione', 'inizio'] },
  { key: 'toDay', label: 'Ritirato il', names: ['data ritiro', 'al'] },
];

// What could tell who somebody is; the code that the tax office gives included.
const NAMES =
  /^(co)?gnome\b|^nom[ei]\b|\bcognom[ei]\b|\bnom[ei]\b( e |$)|nominativ|codice fiscale|^c ?f$|e ?mail|posta|telefono|cellulare|indirizzo|data di nascita|nat[oa] il|documento|permesso/;

/** People, by code only, and the courses that they follow. */
@Injectable()
export class EnrolmentTarget implements ImportTarget {
  readonly key = 'enrolments';
  readonly permissions = ['recipient.edit', 'course.edit'] as const;
  readonly columns = columns;
  readonly forbids = NAMES;
  readonly insert = rows.insertEnrolments;
  readonly changedSince = rows.enrolmentsChangedSince;
  readonly takeBack = rows.deleteEnrolments;

  async checker(db: EntityManager, { projectId, today }: ImportPlace): Promise<RowChecker> {
    const book: Book = {
      courses: await names.courses(db, projectId),
      codes: await rows.codesKnown(db),
      enrolled: await rows.enrolledIn(db, projectId),
      seats: await rows.seatsLeft(db, projectId),
      seen: new Map(),
    };
    return { check: (cells, line) => judge(new Cells(cells, today), book, { line, today }) };
  }
}

interface Book {
  courses: Lookup;
  /** Ids of recipients by code. */
  codes: ReadonlyMap<string, string>;
  /** Course and recipient, joined. */
  enrolled: ReadonlySet<string>;
  /** Of courses that have a number of them. */
  seats: Map<string, number>;
  /** Lines of the file by course and recipient. */
  seen: Map<string, number>;
}

async function judge(
  cells: Cells,
  book: Book,
  { line, today }: { line: number; today: string },
): Promise<Verdict> {
  const facts = factsOf(cells);
  const row = rowOf(cells, book, today);
  cells.need('courseId');
  const already = book.enrolled.has(`${row.courseId}/${row.recipientId}`);
  if (cells.errors.length === 0 && !already) takeSeat(cells, book, row, line);
  if (cells.errors.length > 0) return { errors: cells.errors };
  if (row.recipientId !== null) return { row, already };
  return judged(async () => ({
    row: { ...row, ...(await shaped(NewRecipient, facts)) },
    given: { code: newCode() },
  }));
}

function rowOf(cells: Cells, book: Book, today: string) {
  const status = cells.word('status', STATUSES) ?? 'regular';
  const fromDay = cells.day('fromDay') ?? today;
  const toDay = status === 'withdrawn' ? (cells.day('toDay') ?? today) : null;
  if (toDay !== null && toDay < fromDay)
    cells.wrong('toDay', 'Il ritiro viene prima dell’iscrizione: correggi le date.');
  const courseId = cells.named('courseId', book.courses);
  return { courseId, recipientId: knownPerson(cells, book), status, fromDay, toDay };
}

function factsOf(cells: Cells) {
  const typed = cells.text('citizenship');
  const citizenship = typed === null ? 'XX' : citizenshipOf(typed);
  if (citizenship === null)
    cells.wrong('citizenship', `«${typed}» non è un Paese: scrivine il nome o il codice.`);
  const [birthYear, ageBand] = [cells.count('birthYear'), cells.word('ageBand', AGES)];
  if (birthYear !== null && ageBand !== null)
    cells.wrong('ageBand', 'Scrivi l’anno di nascita oppure la fascia d’età, non entrambi.');
  return {
    initials: cells.text('initials'),
    birthYear,
    ageBand,
    gender: cells.word('gender', GENDERS),
    citizenship,
  };
}

function knownPerson(cells: Cells, { codes }: Book): string | null {
  const code = cells.text('code');
  if (code === null) return null;
  const id = codes.get(tidyCode(code));
  if (!id)
    cells.wrong(
      'code',
      `Il codice «${code}» non c’è: correggilo, o lascialo vuoto per averne uno nuovo.`,
    );
  return id ?? null;
}

function takeSeat(
  cells: Cells,
  { seats, seen }: Book,
  {
    courseId,
    recipientId,
    status,
  }: { courseId: string | null; recipientId: string | null; status: string },
  line: number,
): void {
  const twin = seen.get(`${courseId}/${recipientId}`);
  if (recipientId !== null && twin)
    return cells.wrong('code', `La stessa persona è già alla riga ${twin} per questo corso.`);
  const left = seats.get(courseId ?? '');
  if (status === 'regular' && left !== undefined) {
    if (left <= 0)
      return cells.wrong(
        'courseId',
        'I posti del corso sono finiti: iscrivi come uditore o aumenta i posti.',
      );
    seats.set(courseId ?? '', left - 1);
  }
  seen.set(`${courseId}/${recipientId}`, line);
}
