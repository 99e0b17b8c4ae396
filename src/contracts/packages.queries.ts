import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { stateOf } from './package.js';
import type {
  PackageFigure,
  PackageFigureFilter,
  PackageList,
  PackagePart,
  PackageParts,
  PackageRow,
  PackageView,
} from './packages.dto.js';

// A body that stands first is the one that asked: an activity of several is counted once, there.
const WORK = `
  SELECT a.id, l.id AS line_id, l.contract_id, l.language, a.organisation_ids[1] AS body_id, a.territory_id, k.unit, a.state, a.day,
    a.kind, a.staff_ids, a.over_reason, contract_amount(k.unit, a.minutes, a.quantity) AS amount,
    contract_billable(contract_amount(k.unit, a.minutes, a.quantity), a.kind = 'wasted_trip', l.minimum, l.step) AS billable
  FROM contract_line l JOIN activity_kind k ON k.code = l.kind
  JOIN activity a ON a.contract_line_id = l.id AND a.state <> 'cancelled'
  WHERE l.project_id = $1`;

const ALLOTMENTS = `
  SELECT h.id, l.id AS line_id, l.contract_id, l.language, h.organisation_id AS body_id, h.territory_id, k.unit, h.amount, l.kind
  FROM hour_allotment h JOIN contract_line l ON l.id = h.contract_line_id JOIN activity_kind k ON k.code = l.kind
  WHERE l.project_id = $1`;

interface View {
  key: string;
  label: string;
  /** Whether work is on a line that has hours for whom the view groups by: no other work uses them up. */
  limited?: string;
}

/** By what a view groups, and the words of its rows. */
const VIEWS: Record<PackageView, View> = {
  line: {
    key: 'line_id::text',
    label: `(SELECT concat_ws(' · ', c.title, k.label) FROM contract_line l JOIN contract c ON c.id = l.contract_id
      JOIN activity_kind k ON k.code = l.kind WHERE l.id = s.key::uuid)`,
  },
  contract: {
    key: 'contract_id::text',
    label: '(SELECT c.title FROM contract c WHERE c.id = s.key::uuid)',
  },
  body: {
    key: 'body_id::text',
    label: '(SELECT o.name FROM organisation o WHERE o.id = s.key::uuid)',
    limited: allottedTo('h.organisation_id = w.body_id'),
  },
  language: { key: 'language', label: 'NULL' },
  territory: {
    key: 'territory_id::text',
    label: '(SELECT t.name FROM territory t WHERE t.id = s.key::uuid)',
    limited: allottedTo('h.territory_id = w.territory_id'),
  },
};

function allottedTo(them: string): string {
  return `EXISTS (SELECT FROM hour_allotment h WHERE h.contract_line_id = w.line_id AND ${them})`;
}

/** Bodies and territories may use what is allotted to them, the others what was bought. */
const isAllotted = (view: PackageView): boolean => VIEWS[view].limited !== undefined;

type SumsRow = Omit<PackageRow, 'residual' | 'alert'> & { limited: number; overdrawn: boolean };

/** What packages hold and what was done on them: the one view of contracts. */
@Injectable()
export class PackagesQueries {
  constructor(private readonly source: DataSource) {}

  async list(projectId: string, by: PackageView): Promise<PackageList> {
    const rows: SumsRow[] = await this.source.query(sumsSql(by), [projectId]);
    return {
      items: rows.map(({ limited, overdrawn, ...row }) => {
        const available = isAllotted(by) ? row.allotted || null : row.bought;
        const { residual, alert } = stateOf({ available, used: limited });
        return { ...row, residual, alert: overdrawn ? 'over' : alert };
      }),
    };
  }

  /** The rows of one figure, which sum to it; what uses a package is told as it is billed. */
  async parts(
    projectId: string,
    { by, group, unit, figure }: PackageFigureFilter,
  ): Promise<PackageParts> {
    const items: PackagePart[] = await this.source.query(
      figure === 'allotted' ? allottedSql(by) : workSql(by, figure),
      [projectId, group ?? null, unit],
    );
    return {
      items,
      sum: items.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0) / 100,
    };
  }
}

// Of each line first: room on one does not make up for what goes over another.
function sumsSql(by: PackageView): string {
  const { key, label, limited = 'true' } = VIEWS[by];
  const bought = isAllotted(by)
    ? ''
    : `SELECT ${key} AS key, unit, line_id, bought, 0 AS allotted, 0 AS planned, 0 AS done, 0 AS confirmed, 0 AS billable, 0 AS used, 0 AS limited
       FROM (SELECT l.id AS line_id, l.contract_id, l.language, l.bought, k.unit FROM contract_line l
             JOIN activity_kind k ON k.code = l.kind WHERE l.project_id = $1) lines UNION ALL`;
  // Allotments to bodies stand outside the view by territory, and the other way round.
  const theirs = isAllotted(by) ? `WHERE ${key} IS NOT NULL` : '';
  const available = isAllotted(by) ? 'sum(allotted)' : 'sum(bought)';
  return `
    SELECT s.*, ${label} AS label FROM (
      SELECT key, unit, ${FIGURES.map((name) => `sum(${name})::float8 AS ${name}`).join(', ')}, bool_or(overdrawn) AS overdrawn FROM (
        SELECT key, unit, ${FIGURES.map((name) => `sum(${name}) AS ${name}`).join(', ')}, sum(limited) > ${available} AS overdrawn
        FROM (${bought}
          SELECT ${key}, unit, line_id, NULL::integer, amount, 0, 0, 0, 0, 0, 0 FROM (${ALLOTMENTS}) h ${theirs}
          UNION ALL SELECT ${key}, unit, line_id, NULL::integer, 0,
            CASE state WHEN 'planned' THEN amount ELSE 0 END, CASE WHEN state IN ('done', 'confirmed') THEN amount ELSE 0 END,
            CASE state WHEN 'confirmed' THEN amount ELSE 0 END, CASE state WHEN 'confirmed' THEN billable ELSE 0 END, billable, CASE WHEN ${limited} THEN billable ELSE 0 END
          FROM (${WORK}) w) parts (key, unit, line_id, ${FIGURES.join(', ')})
        GROUP BY key, unit, line_id) of_lines
      GROUP BY key, unit) s
    ORDER BY label NULLS LAST, s.key NULLS LAST, s.unit`;
}

const FIGURES = [
  'bought',
  'allotted',
  'planned',
  'done',
  'confirmed',
  'billable',
  'used',
  'limited',
] as const;

const STATES: Record<Exclude<PackageFigure, 'allotted'>, string> = {
  planned: "w.state = 'planned'",
  done: "w.state IN ('done', 'confirmed')",
  confirmed: "w.state = 'confirmed'",
  billable: "w.state = 'confirmed'",
  used: 'true',
  limited: 'true',
};

function workSql(by: PackageView, figure: Exclude<PackageFigure, 'allotted'>): string {
  const paid = figure === 'billable' || figure === 'used' || figure === 'limited';
  const limited = (figure === 'limited' && VIEWS[by].limited) || 'true';
  return `
    SELECT w.id, w.state, w.day, k.label AS "kindLabel", o.name AS body,
      nullif(array_to_string(ARRAY(SELECT p.name FROM person p WHERE p.id = ANY(w.staff_ids) ORDER BY p.name), ', '), '') AS people,
      c.title AS "contractTitle", w.over_reason AS "overReason", ${paid ? 'w.billable' : 'w.amount'}::float8 AS amount
    FROM (${WORK}) w JOIN activity_kind k ON k.code = w.kind JOIN contract c ON c.id = w.contract_id
    LEFT JOIN organisation o ON o.id = w.body_id
    WHERE ${VIEWS[by].key} IS NOT DISTINCT FROM $2::text AND w.unit = $3 AND ${STATES[figure]} AND ${limited}
    ORDER BY w.day, w.id`;
}

const allottedSql = (by: PackageView): string => `
  SELECT h.id, 'allotted' AS state, NULL AS day, k.label AS "kindLabel", coalesce(o.name, t.name) AS body, NULL AS people,
    c.title AS "contractTitle", NULL AS "overReason", h.amount::float8 AS amount
  FROM (${ALLOTMENTS}) h JOIN activity_kind k ON k.code = h.kind JOIN contract c ON c.id = h.contract_id
  LEFT JOIN organisation o ON o.id = h.body_id LEFT JOIN territory t ON t.id = h.territory_id
  WHERE ${VIEWS[by].key} IS NOT DISTINCT FROM $2::text AND h.unit = $3 ${isAllotted(by) ? `AND ${VIEWS[by].key} IS NOT NULL` : ''} ORDER BY body, h.id`;
