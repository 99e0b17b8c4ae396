import { useQueries } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { MyProject } from '../api/session.js';
import { Bar } from '../budget/Bar.js';
import { matrixQuery } from '../budget/budget-queries.js';
import '../budget/budget.css';
import { Card } from '../frame/Card.js';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { amount } from '../frame/format.js';
import { StateChip } from '../frame/StateChip.js';
import { useProjectsWith } from '../frame/project-context.js';
import { riskyLines } from './risk.js';
import type { RiskyLine } from './risk.js';

type Row = RiskyLine & { project: MyProject };

const MOST = 8;

/** The budget lines that need somebody's eye, over all my projects. */
export function AdministratorHome() {
  const mine = useProjectsWith('budget.view');
  const answers = useQueries({ queries: mine.map(({ id }) => matrixQuery(id)) });
  const rows = mine.flatMap((project, index) => {
    const matrix = answers[index]?.data;
    return matrix ? riskyLines(matrix).map((risky) => ({ ...risky, project })) : [];
  });
  const loading = answers.some(({ isPending }) => isPending);
  return (
    <Card
      title="Righe di budget da guardare"
      lead="Oltre il previsto, quasi esaurite, o con spese che oggi non si possono rendicontare."
      action={
        <Link className="btn btn-link btn-sm" to="/budget">
          Tutti i budget
        </Link>
      }
    >
      <DataTable
        caption="Elenco delle righe da guardare"
        columns={COLUMNS}
        rows={loading ? undefined : rows.slice(0, MOST)}
        rowKey={({ line }) => line.id}
        empty={<EmptyState icon="check-circle" title="Nessuna riga a rischio" />}
      />
    </Card>
  );
}

const COLUMNS: Column<Row>[] = [
  {
    key: 'line',
    header: 'Riga',
    phone: 'title',
    cell: ({ line, project }) => (
      <Link
        to={`/budget?progetto=${project.slug}&cifra=spent.line.${line.id}`}
        title={line.description}
      >
        {line.categoryCode} · {line.description}
      </Link>
    ),
  },
  {
    key: 'partner',
    header: 'Partner',
    cell: ({ line }) => <span title={line.participationName}>{line.participationName}</span>,
  },
  {
    key: 'planned',
    header: 'Previsto',
    unit: '€',
    numeric: true,
    cell: ({ line }) => amount(line.planned),
  },
  {
    key: 'residual',
    header: 'Residuo',
    unit: '€',
    numeric: true,
    cell: ({ line }) => (
      <span className={line.residual.startsWith('-') ? 'cf-over' : undefined}>
        {amount(line.residual)}
      </span>
    ),
  },
  {
    key: 'bar',
    header: 'Speso',
    cell: ({ line }) => <Bar spent={line.spent} planned={line.planned} />,
  },
  {
    key: 'why',
    header: 'Perché',
    // One line per row: the worst reason, the others on hover.
    cell: ({ reasons: [worst = '', ...others] }) => (
      <StateChip
        word={others.length > 0 ? `${worst} +${others.length}` : worst}
        icon="warning-circle"
        tone={worst === 'oltre il previsto' ? 'bad' : 'warn'}
        title={[worst, ...others].join(', ')}
      />
    ),
  },
];
