import type { FieldError } from '../kernel/errors.js';
import {
  parseCount,
  parseDay,
  parseDuration,
  parseMoney,
  parseQuantity,
  parseTime,
} from '../kernel/typed.js';
import type { Lookup } from './lookup.js';

/** How a value is written, in words: what a complaint asks for, and what a template explains. */
export const FORMATS = {
  day: 'un giorno, per esempio 12/03/2019',
  time: 'un’ora, per esempio 9:30',
  minutes: 'una durata, per esempio 1:30, 1,5 oppure 90m',
  money: 'un importo, per esempio 1.234,50',
  count: 'un numero intero',
  quantity: 'un numero con al massimo due decimali',
} as const;
export type Format = keyof typeof FORMATS;

/** Reads the cells of one row as an Italian office writes them, and gathers what cannot be understood. */
export class Cells {
  readonly errors: FieldError[] = [];

  constructor(
    private readonly cells: ReadonlyMap<string, string>,
    private readonly today: string,
  ) {}

  text(key: string): string | null {
    return this.cells.get(key)?.trim() || null;
  }

  day = (key: string) => this.parsed(key, (text) => parseDay(text, this.today), 'day');

  time = (key: string) => this.parsed(key, parseTime, 'time');

  minutes = (key: string) => this.parsed(key, parseDuration, 'minutes');

  money = (key: string) => this.parsed(key, parseMoney, 'money');

  count = (key: string) => this.parsed(key, parseCount, 'count');

  quantity(key: string): number | null {
    const text = this.parsed(key, parseQuantity, 'quantity');
    return text === null ? null : Number(text);
  }

  /** The id of what the cell names. */
  named(key: string, lookup: Lookup): string | null {
    const text = this.text(key);
    return text === null ? null : this.found(key, text, lookup);
  }

  /** The ids of what the cell names, parted by `;`, or by `,` where the names hold none. */
  allNamed(key: string, lookup: Lookup): string[] {
    const text = this.text(key);
    if (text === null) return [];
    const whole = lookup.find(text);
    const names = whole.id ? [text] : text.split(text.includes(';') ? /;/ : /[,\n]/);
    return names
      .map((name) => name.trim())
      .filter(Boolean)
      .flatMap((name) => this.found(key, name, lookup) ?? []);
  }

  /** One of a closed list of words. */
  word<T extends string>(key: string, words: Record<string, T>): T | null {
    const text = this.text(key);
    if (text === null) return null;
    const found = Object.entries(words).find(([word]) => tidy(word) === tidy(text));
    if (found) return found[1];
    this.wrong(key, `«${text}» non è previsto: scrivi ${Object.keys(words).join(', ')}.`);
    return null;
  }

  /** Complains of each of these that is empty. */
  need(...keys: string[]): void {
    for (const key of keys)
      if (this.text(key) === null) this.wrong(key, 'Manca: scrivilo, è obbligatorio.');
  }

  wrong(path: string, message: string): void {
    this.errors.push({ path, message });
  }

  private found(key: string, text: string, lookup: Lookup): string | null {
    const { id, error } = lookup.find(text);
    if (error) this.wrong(key, error);
    return id ?? null;
  }

  private parsed<T>(key: string, parse: (text: string) => T | null, format: Format): T | null {
    const text = this.text(key);
    if (text === null) return null;
    const value = parse(text);
    if (value === null)
      this.wrong(key, `«${shortened(text)}» non si capisce: scrivi ${FORMATS[format]}.`);
    return value;
  }
}

const LONGEST = 40;
const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;

/** Without accents, capitals, punctuation and double spaces: how two writings of one name are compared. */
export const tidy = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
