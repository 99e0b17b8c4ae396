import { useState } from 'react';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { count } from '../frame/format.js';
import { usePages } from '../frame/usePages.js';
import { resultsPage } from './import-queries.js';
import type { Import, ResultRow } from './import-queries.js';
import { ResultState } from './words.js';

type Shown = ResultRow['state'] | null;

interface ResultTableProps {
  file: Import;
  projectId: string;
}

/** Each row of the file: what it says, and what is wrong with it. Those to correct come first when there are any. */
export function ResultTable({ file, projectId }: ResultTableProps) {
  const [shown, setShown] = useState<Shown>(file.bad > 0 ? 'bad' : null);
  const { rows, ...pages } = usePages(
    ['imports', projectId, file.id, 'rows', shown, file.state, file.good, file.bad],
    (after) => resultsPage({ projectId, importId: file.id }, shown, after),
  );
  return (
    <section aria-label="Anteprima">
      <div className="cf-import-shown" role="group" aria-label="Righe mostrate">
        {choices(file).map(({ state, label }) => (
          <button
            key={label}
            type="button"
            className="btn btn-sm btn-outline-primary"
            aria-pressed={shown === state}
            onClick={() => setShown(state)}
          >
            {label}
          </button>
        ))}
      </div>
      <DataTable
        caption="Righe del file"
        columns={columnsOf(file)}
        rows={rows}
        rowKey={({ line }) => String(line)}
        {...pages}
        empty={<EmptyState title="Nessuna riga" icon="check-circle" />}
      />
    </section>
  );
}

const choices = ({ rows, good, bad, already }: Import): { state: Shown; label: string }[] => [
  { state: null, label: `Tutte ${count(rows)}` },
  { state: 'bad', label: `Da correggere ${count(bad)}` },
  { state: 'good', label: `Buone ${count(good)}` },
  { state: 'already', label: `Ci sono già ${count(already)}` },
];

/** The row's number and verdict, then the columns of the file that fill a field. */
function columnsOf(file: Import): Column<ResultRow>[] {
  const used = file.fields.filter(({ column }) => column !== null);
  return [
    { key: 'line', header: 'Riga', numeric: true, phone: 'title', cell: ({ line }) => count(line) },
    {
      key: 'state',
      header: 'Esito',
      cell: (row) => (
        <>
          <ResultState state={row.state} />
          {row.code && <code className="cf-import-code">{row.code}</code>}
          {row.errors
            .filter(({ field }) => !used.some(({ key }) => key === field))
            .map(({ message }) => (
              <span key={message} className="cf-cell-error">
                {message}
              </span>
            ))}
        </>
      ),
    },
    ...used.map(({ key, label, column }): Column<ResultRow> => ({
      key,
      header: label,
      cell: ({ cells, errors }) => (
        <>
          {cells[column ?? -1]}
          {errors
            .filter(({ field }) => field === key)
            .map(({ message }) => (
              <span key={message} className="cf-cell-error">
                {message}
              </span>
            ))}
        </>
      ),
    })),
  ];
}
