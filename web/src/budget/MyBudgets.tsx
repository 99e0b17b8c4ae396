import { useQueries } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { MyProject } from '../api/session.js';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { amount } from '../frame/format.js';
import { PageHeader } from '../frame/PageHeader.js';
import { Bar } from './Bar.js';
import { matrixQuery } from './budget-queries.js';
import type { Matrix } from './budget-queries.js';
import './budget.css';

interface Row {
  project: MyProject;
  matrix: Matrix | undefined;
}

const money = (key: string, header: string, of: (matrix: Matrix) => string): Column<Row> => ({
  key,
  header,
  unit: '€',
  numeric: true,
  cell: ({ matrix }) => (matrix?.budgetVersion ? amount(of(matrix)) : ''),
});

const COLUMNS: Column<Row>[] = [
  {
    key: 'project',
    header: 'Progetto',
    phone: 'title',
    cell: ({ project }) => (
      <Link to={`/budget?progetto=${project.slug}`} title={project.title}>
        {project.acronym ?? project.title}
      </Link>
    ),
  },
  money('planned', 'Previsto', ({ total }) => total.planned),
  money('spent', 'Speso', ({ total }) => total.spent),
  { key: 'bar', header: 'Speso su previsto', cell: ({ matrix }) => <Progress matrix={matrix} /> },
  money('residual', 'Residuo', ({ total }) => total.residual),
  money('blocked', 'Non rendicontabile', ({ total }) => total.notClaimable),
];

function Progress({ matrix }: { matrix: Matrix | undefined }) {
  if (!matrix) return '…';
  if (!matrix.budgetVersion) return <span className="cf-muted">nessun budget approvato</span>;
  return <Bar spent={matrix.total.spent} planned={matrix.total.planned} />;
}

/** The budgets of all my projects, one line each. */
export function MyBudgets({ projects }: { projects: MyProject[] }) {
  const answers = useQueries({ queries: projects.map(({ id }) => matrixQuery(id)) });
  const all = projects.map((project, index) => ({ project, matrix: answers[index]?.data }));
  // Those that have a budget first; a project still on its way stays where it is.
  const isEmpty = ({ matrix }: Row) => Number(matrix?.budgetVersion === null);
  const rows = all.toSorted((a, b) => isEmpty(a) - isEmpty(b));
  return (
    <div className="cf-page">
      <PageHeader title="Budget e spese" state="Scegli un progetto per aprire il suo budget." />
      <DataTable
        caption="Budget dei miei progetti"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ project }) => project.id}
        empty={null}
      />
    </div>
  );
}
