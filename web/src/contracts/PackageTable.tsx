import { UNIT_WORDS } from '../../../src/activities/activity-words.js';
import { useQuery } from '@tanstack/react-query';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { DrillDown, Figure } from '../frame/DrillDown.js';
import { EmptyState } from '../frame/EmptyState.js';
import { FilterSelect } from '../frame/filter-fields.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { languageName } from '../frame/languages.js';
import { packagesQuery } from './contract-queries.js';
import type { PackageRow, PackageView } from './contract-queries.js';
import { figureKey, loadParts } from './package-drill.js';
import type { Opened } from './package-drill.js';
import { AlertChip, amountIn } from './words.js';

const VIEWS: Record<PackageView, string> = {
  line: 'Riga di contratto',
  contract: 'Contratto',
  body: 'Ente richiedente',
  language: 'Lingua',
  territory: 'Territorio',
};
const OPTIONS = Object.entries(VIEWS)
  .filter(([value]) => value !== 'line')
  .map(([value, label]) => ({ value, label }));
const NAMELESS: Record<PackageView, string> = {
  line: '',
  contract: '',
  body: 'Senza ente',
  language: 'Qualsiasi lingua',
  territory: 'Senza territorio',
};

const nameOf = (by: PackageView, { key, label }: PackageRow): string => {
  if (key === null) return NAMELESS[by];
  return by === 'language' ? languageName(key) : (label ?? key);
};

/** What packages hold, told five ways; each figure opens to its rows. */
export function PackageTable({ projectId }: { projectId: string }) {
  const [chosen, choose] = useUrlValue('vista');
  const by = chosen !== null && chosen in VIEWS ? (chosen as PackageView) : 'line';
  const { data, error, refetch } = useQuery(packagesQuery(projectId, by));
  return (
    <section className="cf-stack" aria-label="Pacchetti">
      <div className="cf-filters">
        <FilterSelect
          label="Vista per"
          value={by === 'line' ? '' : by}
          set={(value) => choose(value || null)}
          all={VIEWS.line}
          options={OPTIONS}
        />
      </div>
      <DataTable
        caption={`Pacchetti per ${VIEWS[by].toLowerCase()}`}
        columns={columnsOf(by)}
        rows={data}
        rowKey={({ key, unit }) => `${key} ${unit}`}
        error={error}
        retry={() => void refetch()}
        empty={
          <EmptyState
            icon="inbox"
            title="Ancora nessun pacchetto"
            text="Aggiungi un contratto e le sue righe: ore o pagine comprate, lingua, tariffa."
          />
        }
      />
      <DrillDown<Opened>
        scope={`packages ${projectId}`}
        load={(figure) => loadParts(projectId, figure)}
      />
    </section>
  );
}

const figure = (
  by: PackageView,
  name: 'allotted' | 'planned' | 'done' | 'confirmed' | 'billable',
  header: string,
): Column<PackageRow> => ({
  key: name,
  header,
  numeric: true,
  cell: (row) =>
    row[name] === 0 ? (
      <span className="cf-muted">{amountIn(row.unit, 0)}</span>
    ) : (
      <Figure figure={figureKey(by, row, name)} label={`${header}, ${nameOf(by, row)}`}>
        {amountIn(row.unit, row[name])}
      </Figure>
    ),
});

function columnsOf(by: PackageView): Column<PackageRow>[] {
  const bought: Column<PackageRow> = {
    key: 'bought',
    header: 'Comprate',
    numeric: true,
    cell: ({ bought: value, unit }) => value !== null && amountIn(unit, value),
  };
  return [
    {
      key: 'name',
      header: VIEWS[by],
      phone: 'title',
      cell: (row) => <span className="cf-line-name">{nameOf(by, row)}</span>,
    },
    { key: 'unit', header: 'In', cell: ({ unit }) => UNIT_WORDS[unit] },
    ...(by === 'body' || by === 'territory' ? [] : [bought]),
    figure(by, 'allotted', 'Assegnate'),
    figure(by, 'planned', 'Programmate'),
    figure(by, 'done', 'Svolte'),
    figure(by, 'confirmed', 'Confermate'),
    figure(by, 'billable', 'Fatturabili'),
    {
      key: 'residual',
      header: 'Residue',
      numeric: true,
      cell: (row) => <Residual by={by} row={row} />,
    },
    { key: 'alert', header: 'Segni', cell: ({ alert }) => <AlertChip alert={alert} /> },
  ];
}

function Residual({ by, row }: { by: PackageView; row: PackageRow }) {
  if (row.residual === null) return <span className="cf-muted">—</span>;
  return (
    <Figure
      figure={figureKey(by, row, 'limited')}
      label={`Residue, ${nameOf(by, row)}`}
      alarm={row.residual < 0}
    >
      {amountIn(row.unit, row.residual)}
    </Figure>
  );
}
