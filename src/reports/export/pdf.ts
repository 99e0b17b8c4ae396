import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { pdfOf } from '../../platform/pdf.js';
import type { Cell, Column, Section, Table } from '../figures/figure.js';
import { demonstrationNote, type Printable, subtitle } from './printable.js';

const GREY = '#5b6f82';
const HEAD = '#e8eef5';
const SHORT = 9;

/** The sheet as A4 pages. The date in the file is the instant of the sending: the same snapshot gives the same bytes. */
export const renderPdf = (printable: Printable): Promise<Buffer> => pdfOf(definition(printable));

function definition(printable: Printable): TDocumentDefinitions {
  const { sheet, sha256, sentAt } = printable;
  const wide = sheet.sections.map((section) => sectionOf(section));
  return {
    pageSize: 'A4',
    pageMargins: [40, 50, 40, 50],
    language: 'it',
    info: { title: `${sheet.title} — ${sheet.project}`, creationDate: sentAt, modDate: sentAt },
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.15 },
    footer: (page, pages) => footer(`Impronta ${sha256}`, `pagina ${page} di ${pages}`),
    content: [
      { text: 'Logo non configurato', color: GREY, fontSize: 8, alignment: 'right' },
      { text: sheet.title, fontSize: 16, bold: true },
      { text: sheet.project, fontSize: 12, margin: [0, 2, 0, 0] },
      { text: subtitle(printable), color: GREY, margin: [0, 2, 0, 6] },
      ...(sheet.demonstration ? [{ text: demonstrationNote, bold: true } as Content] : []),
      ...wide,
    ],
  };
}

const footer = (left: string, right: string): Content => ({
  columns: [
    { text: left, fontSize: 6, color: GREY },
    { text: right, fontSize: 7, color: GREY, alignment: 'right', width: 90 },
  ],
  margin: [40, 16, 40, 0],
});

const sectionOf = (section: Section): Content => ({
  stack: [
    { text: section.title, fontSize: 13, bold: true, margin: [0, 14, 0, 4] },
    ...section.texts.map(({ label, text }): Content => ({
      stack: [
        { text: label, bold: true, margin: [0, 4, 0, 1] },
        { text: text || 'Non compilato.', color: text ? 'black' : GREY },
      ],
    })),
    ...section.tables.map(tableOf),
  ],
});

/** Codes and units take what they need, so that the names beside them keep their room. */
const widthOf = ({ align }: Column, rows: Cell[][], at: number): '*' | 'auto' =>
  align === 'left' && rows.some((cells) => (cells[at]?.text.length ?? 0) > SHORT) ? '*' : 'auto';

function tableOf({ title, columns, rows, note }: Table): Content {
  const head: TableCell[] = columns.map(({ label, align }) => ({
    text: label,
    bold: true,
    alignment: align,
    fillColor: HEAD,
  }));
  const body = rows.map((cells) =>
    cells.map((cell, at): TableCell => ({
      text: cell.text,
      alignment: columns[at]?.align ?? 'left',
    })),
  );
  const widths = columns.map((column, at) => widthOf(column, rows, at));
  return {
    stack: [
      { text: title, bold: true, color: GREY, margin: [0, 6, 0, 2] },
      ...(rows.length > 0
        ? [
            {
              table: { headerRows: 1, dontBreakRows: true, widths, body: [head, ...body] },
              layout: 'lightHorizontalLines',
            },
          ]
        : []),
      ...(note
        ? [
            {
              text: note,
              italics: true,
              fontSize: 7.5,
              color: GREY,
              margin: [0, 2, 0, 0] as [number, number, number, number],
            },
          ]
        : []),
    ],
  };
}
