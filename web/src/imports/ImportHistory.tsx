import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { count, instant } from '../frame/format.js';
import { usePages } from '../frame/usePages.js';
import { importsPage } from './import-queries.js';
import type { ImportRow } from './import-queries.js';
import { ImportState, TARGETS } from './words.js';

const COLUMNS: Column<ImportRow>[] = [
  { key: 'file', header: 'File', phone: 'title', cell: ({ fileName }) => fileName },
  { key: 'what', header: 'Contiene', cell: ({ target }) => TARGETS[target].label },
  { key: 'state', header: 'Stato', cell: ({ state }) => <ImportState state={state} /> },
  { key: 'rows', header: 'Righe', numeric: true, cell: ({ rows }) => count(rows) },
  {
    key: 'made',
    header: 'Importate',
    numeric: true,
    cell: ({ state, good }) => (state === 'applied' ? count(good) : '—'),
  },
  { key: 'who', header: 'Da', cell: ({ madeBy }) => madeBy ?? '—' },
  { key: 'when', header: 'Inviata', cell: ({ createdAt }) => instant(createdAt) },
];

interface ImportHistoryProps {
  projectId: string;
  open: (id: string) => void;
}

export function ImportHistory({ projectId, open }: ImportHistoryProps) {
  const { rows, ...pages } = usePages(['imports', projectId, 'list'], (after) =>
    importsPage(projectId, after),
  );
  return (
    <>
      <h2 className="cf-section-title">Importazioni</h2>
      <DataTable
        caption="Importazioni del progetto"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ id }) => open(id)}
        isMuted={({ state }) => state === 'undone'}
        {...pages}
        empty={
          <EmptyState
            icon="upload"
            title="Nessuna importazione"
            text="Le importazioni fatte restano qui, e da qui si annullano per intero."
          />
        }
      />
    </>
  );
}
