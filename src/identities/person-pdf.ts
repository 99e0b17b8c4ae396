import type { Content } from 'pdfmake/interfaces.js';
import { pdfOf } from '../platform/pdf.js';
import type { PersonExport } from './identity.dto.js';

const WORDS: Record<string, string> = {
  recipient: 'Dati del codice',
  intake: 'Prese in carico e informative',
  enrolment: 'Iscrizioni a corsi',
  attendance: 'Presenze',
  recipient_merge: 'Unioni di codici',
  not_the_same: 'Confronti con altri codici',
  'identity accesses': 'Chi ha letto o cambiato l’identità',
};

/** The same as the JSON, to be handed over on paper. */
export function renderPerson({ code, at, identity, tables }: PersonExport): Promise<Buffer> {
  return pdfOf({
    pageSize: 'A4',
    language: 'it',
    info: { title: `Dati della persona ${code}` },
    defaultStyle: { font: 'Roboto', fontSize: 8 },
    footer: (page, pages) => ({
      text: `${code} · pagina ${page} di ${pages}`,
      alignment: 'center',
      fontSize: 7,
    }),
    content: [
      { text: `Dati conservati della persona ${code}`, fontSize: 14, bold: true },
      { text: `Estratti il ${at}`, margin: [0, 2, 0, 8] },
      ...identity.map((one) => rowsOf(one)),
      ...tables.flatMap(({ table, rows }): Content[] => [
        { text: `${WORDS[table] ?? table} (${rows.length})`, bold: true, margin: [0, 8, 0, 2] },
        ...rows.map((row) => rowsOf(JSON.parse(row) as Record<string, unknown>)),
      ]),
    ],
  });
}

const rowsOf = (row: object): Content => ({
  margin: [0, 0, 0, 4],
  text: Object.entries(row)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · '),
});
