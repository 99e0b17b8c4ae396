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
import type { AskedPlace, ImportColumn, ImportTarget, RowChecker, Verdict } from './target.js';

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
  {
    key: 'courseId',
    label: 'Corso',
    names: ['laboratorio', 'titolo del corso'],
    required: true,
    listed: true,
  },
  {
    key: 'code',
    label: 'Codice',
    names: ['codice destinatario', 'codice persona'],
    help: 'Di chi ne ha già uno; chi non ne ha lo riceve.',
  },
  { key: 'initials', label: 'Iniziali', names: ['sigla'] },
  { key: 'birthYear', label: 'Anno di nascita', names: ['anno nascita', 'nascita'], as: 'count' },
  {
    key: 'ageBand',
    label: 'Fascia d’età',
    names: ['eta', 'fascia'],
    help: 'Se l’anno non è noto.',
    words: AGES,
  },
  { key: 'gender', label: 'Genere', names: ['sesso', 'm/f'], words: GENDERS },
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
    words: STATUSES,
  },
  { key: 'fromDay', label: 'Dal', names: ['iscritto dal', 'data iscrizione', 'inizio'], as: 'day' },
  { key: 'toDay', label: 'Ritirato il', names: ['data ritiro', 'al'], as: 'day' },
];

/** People, by code only, and the courses that they follow. */
@Injectable()
export class EnrolmentTarget implements ImportTarget {
  readonly key = 'enrolments';
  readonly permissions = ['recipient.edit', 'course.edit'] as const;
  readonly columns = columns;
  readonly nameless = true;
  readonly markConflicts = rows.markEnrolled;
  readonly insert = rows.insertEnrolments;
  readonly tables = ['recipient', 'intake', 'enrolment'];
  readonly changedSince = rows.enrolmentsChangedSince;
  readonly takeBack = rows.deleteEnrolments;

  readonly names = async (db: EntityManager, place: AskedPlace) => ({
    courseId: await names.courses(db, place),
  });

  async checker(db: EntityManager, place: AskedPlace): Promise<RowChecker> {
    const { courseId: courses } = await this.names(db, place);
    const book: Book = { courses, codes: await rows.codesKnown(db) };
    return { check: (cells) => judge(new Cells(cells, place.today), book, place.today) };
  }
}

interface Book {
  courses: Lookup;
  /** Ids of recipients by code. */
  codes: ReadonlyMap<string, string>;
}

async function judge(cells: Cells, book: Book, today: string): Promise<Verdict> {
  const facts = factsOf(cells);
  const { row, given } = rowOf(cells, book, today);
  cells.need('courseId');
  if (cells.errors.length > 0) return { errors: cells.errors };
  if (row.recipientId !== null) return { row, given };
  return judged(async () => ({
    row: { ...row, ...(await shaped(NewRecipient, facts)) },
    given: { ...given, code: newCode() },
  }));
}

/** What the file says, and beside it the days that it leaves to today: another day it is the same file. */
function rowOf(cells: Cells, book: Book, today: string) {
  const status = cells.word('status', STATUSES) ?? 'regular';
  const fromDay = cells.day('fromDay');
  const toDay = status === 'withdrawn' ? cells.day('toDay') : null;
  const given = {
    fromDay: fromDay ?? today,
    toDay: status === 'withdrawn' ? (toDay ?? today) : null,
  };
  if (given.toDay !== null && given.toDay < given.fromDay)
    cells.wrong('toDay', 'Il ritiro viene prima dell’iscrizione: correggi le date.');
  const courseId = cells.named('courseId', book.courses);
  return {
    row: { courseId, recipientId: knownPerson(cells, book), status, fromDay, toDay },
    given,
  };
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
