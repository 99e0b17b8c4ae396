import type { Choice } from '../frame/ChoiceField.js';
import { hours, dayTyped } from '../frame/format.js';
import { parseCount, parseDay, parseDuration, parseQuantity, parseTime } from '../frame/parse.js';
import type { ActivityRow, Kind } from './activity-queries.js';
import type { ActivityBody } from './activity-writes.js';
import { plain, type Typed, type TypedCells } from './typed-columns.js';

/** What names in cells may mean. */
export interface TypedChoices {
  kinds: Kind[];
  workItems: Choice[];
  partners: Choice[];
  people: Choice[];
  bodies: Choice[];
  territories: Choice[];
  languages: Choice[];
}

export interface ReadRow {
  /** Null while a cell is wrong. */
  body: ActivityBody | null;
  /** What could be read, cell by cell. */
  read: Partial<ActivityBody>;
  errors: Partial<Record<Typed, string>>;
}

const number = (value: number | null): string =>
  value === null ? '' : String(value).replace('.', ',');
const labelOf = (choices: Choice[], value: string | null): string =>
  choices.find((choice) => choice.value === value)?.label ?? '';
const labelsOf = (choices: Choice[], values: string[]): string =>
  values.map((value) => labelOf(choices, value)).join(', ');

const named = (words: string, names: string[]): string => words || names.join(', ');

/** The cells of an activity, such that reading them gives it back. */
export const cellsOf = (row: ActivityRow, choices: TypedChoices): Required<TypedCells> => ({
  ...timesOf(row),
  ...plainCells(row),
  staff: named(labelsOf(choices.people, row.staffIds), row.staffNames),
  bodies: named(labelsOf(choices.bodies, row.organisationIds), row.organisationNames),
  language: labelOf(choices.languages, row.language) || text(row.language),
});

const text = (value: string | null): string => value ?? '';

const timesOf = (row: ActivityRow) => ({
  day: dayTyped(row.day),
  duration: row.minutes > 0 ? hours(row.minutes) : '',
  startTime: text(row.startTime),
  endTime: text(row.endTime),
});

const plainCells = (row: ActivityRow) => ({
  kind: row.kindLabel,
  quantity: number(row.quantity),
  workItem: row.workItemTitle,
  partner: text(row.partnerName),
  place: text(row.place),
  participants: number(row.participants),
  women: number(row.women),
  men: number(row.men),
  territory: text(row.territoryName),
  group: text(row.targetGroup),
  note: text(row.note),
});

/** Collects what each cell means, and what is wrong with those that mean nothing. */
class Reader {
  readonly errors: Partial<Record<Typed, string>> = {};

  constructor(private readonly cells: TypedCells) {}

  text(key: Typed): string {
    return (this.cells[key] ?? '').trim();
  }

  read<T>(key: Typed, how: (text: string) => T | null, wrong: string): T | null {
    const text = this.text(key);
    if (text === '') return null;
    const value = how(text);
    if (value === null) this.errors[key] = wrong.replace('%', text);
    return value;
  }

  one(key: Typed, choices: Choice[], what: string): string | null {
    const text = this.text(key);
    if (text === '') return null;
    const found = find(choices, text);
    if (found.length === 1) return found[0]?.value ?? null;
    this.errors[key] =
      found.length === 0
        ? `«${text}» non è tra ${what}: scegli un nome dall’elenco`
        : `«${text}» può essere ${found
            .slice(0, 3)
            .map(({ label }) => `«${label}»`)
            .join(' o ')}: scrivi il nome intero`;
    return null;
  }

  many(key: Typed, choices: Choice[], what: string): string[] {
    const whole = find(choices, this.text(key));
    if (whole.length === 1) return whole.map(({ value }) => value);
    const ids: string[] = [];
    for (const part of this.text(key).split(/[,;/]/)) {
      if (part.trim() === '') continue;
      const id = new Reader({ [key]: part });
      const value = id.one(key, choices, what);
      if (value) ids.push(value);
      else this.errors[key] = id.errors[key];
    }
    return ids;
  }

  required(key: Typed, words: string): void {
    if (this.text(key) === '') this.errors[key] ??= words;
  }
}

/** The whole name or the code first; else the only name that holds every word. */
function find(choices: Choice[], text: string): Choice[] {
  const typed = plain(text);
  if (typed === '') return [];
  const exact = choices.filter(
    ({ value, label, hint }) =>
      plain(label) === typed || plain(hint ?? '') === typed || value === text.trim(),
  );
  if (exact.length > 0) return exact;
  const words = typed.split(' ');
  return choices.filter(({ label, hint }) => {
    const own = plain(`${label} ${hint ?? ''}`).split(' ');
    return words.every((word) => own.some((one) => one.startsWith(word)));
  });
}

const DURATION = '«%» non è una durata: scrivi 1,5 oppure 1:30 oppure 90m';
const COUNT = '«%» non è un numero intero';
const DAY = '«%» non è una data: scrivi 12/03/2026';
const QUANTITY = '«%» non è una quantità: scrivi 12 oppure 12,5';
const TIME = '«%» non è un’ora: scrivi 9:30';

/** Reads one row; `today` is what *oggi* and *ieri* are counted from. */
export function readRow(cells: TypedCells, choices: TypedChoices, today: string): ReadRow {
  const row = new Reader(cells);
  const kinds = choices.kinds.map(({ code, label }) => ({ value: code, label }));
  const day = row.read('day', (text) => parseDay(text, today), DAY);
  const kind = row.one('kind', kinds, 'i tipi di attività');
  const workItemId = row.one('workItem', choices.workItems, 'le azioni del progetto');
  const minutes = row.read('duration', parseDuration, DURATION);
  const quantity = row.read('quantity', parseQuantity, QUANTITY);
  const body = {
    participationId: row.one('partner', choices.partners, 'i partner del progetto'),
    startTime: row.read('startTime', parseTime, TIME),
    endTime: row.read('endTime', parseTime, TIME),
    quantity: quantity === null ? null : Number(quantity),
    staffIds: row.many('staff', choices.people, 'le persone'),
    organisationIds: row.many('bodies', choices.bodies, 'gli enti'),
    territoryId: row.one('territory', choices.territories, 'i territori'),
    language: row.one('language', choices.languages, 'le lingue'),
    participants: row.read('participants', parseCount, COUNT),
    women: row.read('women', parseCount, COUNT),
    men: row.read('men', parseCount, COUNT),
    targetGroup: row.text('group') || null,
    place: row.text('place') || null,
    note: row.text('note') || null,
    ...(minutes === null ? {} : { minutes }),
  };
  row.required('day', 'Manca il giorno');
  row.required('kind', 'Manca il tipo di attività');
  row.required('workItem', 'Manca l’azione');
  const { errors } = row;
  if (day === null || kind === null || workItemId === null || Object.keys(errors).length > 0)
    return { body: null, read: { ...body, ...known({ day, kind, workItemId }) }, errors };
  const whole = { ...body, day, kind, workItemId };
  return { body: whole, read: whole, errors };
}

type Known = Pick<ActivityBody, 'day' | 'kind' | 'workItemId'>;

const known = (cells: { [Name in keyof Known]: string | null }): Partial<Known> =>
  Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== null));

const OF_FIELD: Record<string, Typed> = {
  day: 'day',
  endsOn: 'day',
  kind: 'kind',
  workItemId: 'workItem',
  participationId: 'partner',
  minutes: 'duration',
  quantity: 'quantity',
  startTime: 'startTime',
  endTime: 'endTime',
  staffIds: 'staff',
  organisationIds: 'bodies',
  territoryId: 'territory',
  targetGroup: 'group',
  language: 'language',
  participants: 'participants',
  women: 'women',
  men: 'men',
  place: 'place',
  note: 'note',
};

/** 'rows.3.minutes' → row 3, its hours; what is said of a whole row stands at its day. */
export function cellOfError(path: string): { row: number; column: Typed } | null {
  const found = /^rows\.(\d+)(?:\.(\w+))?/.exec(path);
  return found && { row: Number(found[1]), column: OF_FIELD[found[2] ?? ''] ?? 'day' };
}
