import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { Caller } from '../access/caller.js';
import { comma, copyOf, CsvExports, italianDay, safe, worded } from '../platform/csv-export.js';
import type { Block } from './claimability.js';
import type { CostDocumentKind, RecordState } from './cost-document.entity.js';
import type { ExpenseFilter } from './expense.dto.js';
import { EXPENSES, expensesWhere } from './expense.queries.js';
import { BLOCK_WORDS, DOCUMENT_WORDS, EXPENSE_WORDS } from './spending-words.js';

/** Streams the filtered expenses as CSV. */
@Injectable()
export class ExpenseExport {
  constructor(private readonly exports: CsvExports) {}

  csv(caller: Caller, filter: ExpenseFilter): Promise<Readable> {
    const { sql, params } = expensesWhere(caller, filter);
    const rows = `${SELECT} ${EXPENSES} WHERE ${sql} ORDER BY e.incurred_on DESC, e.id DESC`;
    return this.exports.stream(copyOf(rows, params));
  }
}

const yes = (condition: string): string => `CASE WHEN ${condition} THEN 'sì' ELSE 'no' END`;

const SELECT = `
  SELECT ${italianDay('e.incurred_on')} AS "Giorno", ${comma('e.amount')} AS "Importo", ${comma('s.amount')} AS "Quota della fonte",
    ${italianDay('e.paid_on')} AS "Pagata il", ${worded<CostDocumentKind>('d.kind', DOCUMENT_WORDS)} AS "Giustificativo", ${safe('d.issuer_name')} AS "Emittente",
    ${safe('d.number')} AS "Numero", ${italianDay('d.issued_on')} AS "Emesso il", d.cup AS "CUP", ${safe('o.name')} AS "Partner",
    ${safe('c.code')} AS "Voce", ${safe('c.label')} AS "Titolo voce", ${safe('w.code')} AS "Azione", ${safe('l.description')} AS "Riga di budget",
    ${safe('e.description')} AS "Descrizione", ${worded<RecordState>('e.state', EXPENSE_WORDS)} AS "Stato",
    ${safe('e.cancel_reason')} AS "Motivo", ${yes("e.state = 'recorded' AND e.blocks = '{}'")} AS "Rendicontabile",
    (SELECT string_agg(${worded<Block>('b.code', BLOCK_WORDS)}, ', ' ORDER BY b.at) FROM unnest(e.blocks) WITH ORDINALITY b(code, at)) AS "Riserve",
    ${yes('e.report_id IS NOT NULL')} AS "In un rendiconto inviato", ${yes('e.demonstration')} AS "Dimostrazione", e.id AS "Codice"`;
