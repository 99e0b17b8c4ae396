import { sheetFile, type Sheet } from '../platform/sheet-file.js';
import { FORMATS } from './cells.js';
import type { Lookup } from './lookup.js';
import type { ImportColumn, ImportTarget, Names } from './target.js';

export const templateFormats = ['xlsx', 'csv'] as const;
export type TemplateFormat = (typeof templateFormats)[number];

/**
 * An empty sheet to fill in for a target, with the heads that its mapping knows; as XLSX with what each column takes on
 * further sheets, which are never read. No example among the rows: it would be imported.
 */
export const templateFile = (
  { columns }: Pick<ImportTarget, 'columns'>,
  names: Names,
  format: TemplateFormat,
): Promise<Buffer> =>
  sheetFile(
    format,
    { name: 'Dati', head: columns.map(({ label }) => label), rows: [] },
    explained(columns),
    admitted(columns, names),
  );

const explained = (columns: readonly ImportColumn[]): Sheet => ({
  name: 'Istruzioni',
  head: ['Colonna', 'Obbligatoria', 'Come si scrive', 'Altri nomi riconosciuti'],
  rows: columns.map((column) => [
    column.label,
    column.required ? 'sì' : 'no',
    writtenAs(column),
    (column.names ?? []).join(', '),
  ]),
});

function writtenAs({ as, help, words, listed }: ImportColumn): string {
  const values = (words ?? listed) && 'Uno dei valori del foglio «Valori ammessi».';
  return [as && sentence(FORMATS[as]), help, values].filter(Boolean).join(' ');
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** Every value of the columns that take only some, each with the other words under which it is known. */
const admitted = (columns: readonly ImportColumn[], names: Names): Sheet => ({
  name: 'Valori ammessi',
  head: ['Colonna', 'Valore', 'Si può scrivere anche'],
  rows: columns.flatMap(({ key, label, words, listed }) => {
    const values = [...(words ? synonyms(words) : []), ...(listed ? named(names[key]) : [])];
    return values.map(([value = '', ...others]) => [label, value, others.join(', ')]);
  }),
});

/** Things that are called the same are told once. */
function named(lookup: Lookup | undefined): string[][] {
  const items = (lookup?.items ?? []).map(({ names }) => names.filter((name) => name !== null));
  return [...new Map(items.map((item) => [item.join(), item])).values()];
}

/** The words of a closed list, those that stand for the same together. */
function synonyms(words: Readonly<Record<string, string>>): string[][] {
  const byMeaning = new Map<string, string[]>();
  for (const [word, meaning] of Object.entries(words))
    byMeaning.set(meaning, [...(byMeaning.get(meaning) ?? []), word]);
  return [...byMeaning.values()];
}
