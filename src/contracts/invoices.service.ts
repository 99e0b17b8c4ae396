import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Money } from '../kernel/money.js';
import { amountOf, billableOf, costOf, type PackageUnit, WASTED_TRIP } from './billable.js';
import { contractView } from './contracts.service.js';
import type { InvoiceComparison, InvoiceQuery, InvoiceRow } from './invoice.dto.js';
import { type Explanation, matchInvoice } from './invoice-match.js';

interface Row {
  activityId: string;
  day: string;
  kind: string;
  kindLabel: string;
  body: string | null;
  people: string | null;
  state: 'done' | 'confirmed';
  unit: PackageUnit;
  minutes: number;
  quantity: number | null;
  minimum: number;
  step: number;
  unitRate: string | null;
}

const WORK = `
  SELECT a.id AS "activityId", a.day, a.kind, w.label AS "kindLabel", o.name AS body, a.state, k.unit, a.minutes,
    a.quantity::float8 AS quantity, l.minimum, l.step, l.unit_rate AS "unitRate",
    nullif(array_to_string(ARRAY(SELECT p.name FROM person p WHERE p.id = ANY(a.staff_ids) ORDER BY p.name), ', '), '') AS people
  FROM contract_line l JOIN activity_kind k ON k.code = l.kind JOIN activity a ON a.contract_line_id = l.id
  JOIN activity_kind w ON w.code = a.kind LEFT JOIN organisation o ON o.id = a.organisation_ids[1]
  WHERE l.project_id = $1 AND l.contract_id = $2 AND a.state IN ('done', 'confirmed') AND a.day BETWEEN $3 AND $4
  ORDER BY a.day, a.id`;

/** Compares the amount of an invoice with what was done on a contract. Nothing is kept: the invoice itself is a cost document. */
@Injectable()
export class InvoicesService {
  constructor(private readonly source: DataSource) {}

  async compare(
    projectId: string,
    contractId: string,
    { amount, from, to }: InvoiceQuery,
  ): Promise<InvoiceComparison> {
    await contractView(this.source.manager, projectId, contractId);
    const rows: Row[] = await this.source.query(WORK, [projectId, contractId, from, to]);
    const work = rows.map(priced);
    const match = matchInvoice(Money.of(amount), work);
    const byId = new Map(match.explained.map((one) => [one.id, one]));
    const items = rows.map((row, index) =>
      told(row, work[index]?.cost ?? Money.zero, byId.get(row.activityId)),
    );
    const { expected, difference, unexplained } = match;
    return {
      amount,
      expected: expected.toString(),
      difference: difference.toString(),
      unexplained: unexplained.toString(),
      items,
    };
  }
}

function told(row: Row, cost: Money, why: Explanation | undefined): InvoiceRow {
  const { activityId, day, kindLabel, body, people, state, unit, unitRate } = row;
  return {
    activityId,
    day,
    kindLabel,
    body,
    people,
    state,
    unit,
    unitRate,
    billable: billableOf(row, row),
    cost: cost.toString(),
    reason: why?.reason ?? null,
    explains: why?.amount.toString() ?? null,
  };
}

function priced(row: Row) {
  const rate = row.unitRate ? Money.of(row.unitRate) : Money.zero;
  return {
    id: row.activityId,
    confirmed: row.state === 'confirmed',
    wasted: row.kind === WASTED_TRIP,
    cost: costOf(row.unit, rate, billableOf(row, row)),
    actualCost: costOf(row.unit, rate, amountOf(row.unit, row)),
  };
}
