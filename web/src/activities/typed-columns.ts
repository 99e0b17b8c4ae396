import type { GridColumn } from '../frame/grid/grid-types.js';

export const TYPED = [
  'day',
  'kind',
  'duration',
  'startTime',
  'endTime',
  'quantity',
  'workItem',
  'partner',
  'staff',
  'place',
  'bodies',
  'participants',
  'women',
  'men',
  'language',
  'territory',
  'group',
  'note',
] as const;
export type Typed = (typeof TYPED)[number];

/** The cells of one activity as somebody types or pastes them. */
export type TypedCells = Partial<Record<Typed, string>>;

interface Words {
  header: string;
  width: number;
  numeric?: boolean;
  /** Other heads that spreadsheets give such a column. */
  also: string[];
}

export const COLUMNS: Record<Typed, Words> = {
  day: { header: 'Giorno', width: 7, also: ['data', 'giorni', 'data attivita', 'data intervento'] },
  kind: {
    header: 'Tipo',
    width: 13,
    also: ['tipologia', 'attivita', 'tipo di attivita', 'intervento', 'tipo attivita'],
  },
  duration: {
    header: 'Ore',
    width: 5,
    numeric: true,
    also: ['durata', 'n ore', 'ore svolte', 'numero ore', 'tempo', 'minuti'],
  },
  startTime: {
    header: 'Dalle',
    width: 5,
    also: ['inizio', 'ora inizio', 'ora di inizio', 'dalle ore'],
  },
  endTime: { header: 'Alle', width: 5, also: ['fine', 'ora fine', 'ora di fine', 'alle ore'] },
  quantity: { header: 'Quantità', width: 5.5, numeric: true, also: ['pagine', 'pezzi', 'numero'] },
  workItem: {
    header: 'Azione',
    width: 14,
    also: ['wp', 'work package', 'titolo azione', 'fase', 'voce'],
  },
  partner: {
    header: 'Partner',
    width: 12,
    also: ['ente attuatore', 'cooperativa', 'soggetto attuatore'],
  },
  staff: {
    header: 'Chi',
    width: 12,
    also: ['operatore', 'mediatore', 'mediatrice', 'persona', 'nome', 'operatori', 'docente'],
  },
  place: { header: 'Luogo', width: 11, also: ['sede', 'dove', 'comune'] },
  bodies: {
    header: 'Enti coinvolti',
    width: 12,
    also: ['scuola', 'ente', 'enti', 'servizio', 'ente richiedente'],
  },
  participants: {
    header: 'Presenti',
    width: 5.5,
    numeric: true,
    also: ['partecipanti', 'n presenti', 'presenze'],
  },
  women: { header: 'Donne', width: 4.5, numeric: true, also: ['di cui donne', 'f', 'femmine'] },
  men: { header: 'Uomini', width: 4.5, numeric: true, also: ['di cui uomini', 'm', 'maschi'] },
  language: { header: 'Lingua', width: 7, also: ['lingue'] },
  territory: { header: 'Territorio', width: 9, also: ['ambito', 'provincia', 'zona'] },
  group: { header: 'Gruppo', width: 10, also: ['comunita', 'gruppo target', 'rivolta a'] },
  note: { header: 'Nota', width: 16, also: ['note', 'descrizione', 'osservazioni', 'annotazioni'] },
};

/** Names as they are compared: without case, accents and signs. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The column that a head names. */
export const columnOf = (head: string): Typed | undefined =>
  TYPED.find((key) => {
    const { header, also } = COLUMNS[key];
    return [plain(header), ...also].includes(plain(head));
  });

/** By what the rows can be sorted, in the words of the address. */
export const SORTS: Partial<Record<Typed, string>> = { day: 'giorno', duration: 'ore' };

export const gridColumns = (
  keys: readonly Typed[],
  options: Partial<Record<Typed, string[]>>,
): GridColumn[] =>
  keys.map((key) => {
    const { header, width, numeric } = COLUMNS[key];
    return { key, header, width, numeric, sort: SORTS[key], options: options[key] };
  });
