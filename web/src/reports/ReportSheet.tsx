import { useQuery } from '@tanstack/react-query';
import { Card } from '../frame/Card.js';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { DrillDown, Figure } from '../frame/DrillDown.js';
import { EmptyState } from '../frame/EmptyState.js';
import { Loading } from '../frame/Loading.js';
import { drillFigure } from './figure-drill.js';
import { figuresQuery } from './report-queries.js';
import type { Place, Sheet, SheetTable } from './report-queries.js';
import './reports.css';

type Section = Sheet['sections'][number];
type TableRow = SheetTable['rows'][number] & { at: number };

/** The sheet as it goes to the funder; every figure opens to the rows that sum to it. */
export function ReportSheet({ place }: { place: Place }) {
  const { data, error, refetch } = useQuery(figuresQuery(place));
  if (!data) return <Loading {...{ error, refetch }} />;
  const today = new Map(data.today.map(({ key, text }) => [key, text]));
  return (
    <div className="cf-report-sheet">
      <p className="cf-help">
        {data.frozen
          ? 'Cifre congelate all’invio: ciascuna si apre sulle righe com’erano. Dove le persone sono state unite o distinte dopo, accanto c’è quante sarebbero oggi.'
          : 'Anteprima: le cifre seguono ciò che si registra, fino all’invio.'}
      </p>
      {data.sheet.sections.map((section) => (
        <SectionCard key={section.key} section={section} today={today} />
      ))}
      <DrillDown scope={`report ${place.reportId}`} load={(figure) => drillFigure(place, figure)} />
    </div>
  );
}

/** What a frozen count of people would be now, by its figure. */
type Today = Map<string, string>;

const SectionCard = ({ section, today }: { section: Section; today: Today }) => (
  <Card title={section.title}>
    <div className="cf-stack">
      {section.texts.map(({ label, text }) => (
        <div key={label}>
          <h3>{label}</h3>
          <p className="cf-prose-text">{text || <span className="cf-unknown">Da scrivere</span>}</p>
        </div>
      ))}
      {section.tables.map((table) => (
        <SheetTableView key={table.title} table={table} today={today} />
      ))}
    </div>
  </Card>
);

function SheetTableView({ table, today }: { table: SheetTable; today: Today }) {
  const columns = table.columns.map(({ label, align }, at): Column<TableRow> => ({
    key: `${at}`,
    header: label,
    numeric: align === 'right',
    ...(at === 0 ? { phone: 'title' as const } : {}),
    cell: (row) => <CellOf table={table} row={row} at={at} today={today} />,
  }));
  return (
    <div>
      <h3 className="cf-section-title">{table.title}</h3>
      <DataTable
        caption={table.title}
        columns={columns}
        rows={table.rows.map((row, at) => ({ ...row, at }))}
        rowKey={({ at }) => `${at}`}
        empty={<EmptyState title="Nessuna riga" />}
      />
      {table.note && <p className="cf-help">{table.note}</p>}
    </div>
  );
}

interface CellProps {
  table: SheetTable;
  row: TableRow;
  at: number;
  today: Today;
}

function CellOf({ table, row, at, today }: CellProps) {
  const cell = row.cells[at];
  if (!cell?.figure) return cell?.text ?? '';
  const label = [row.cells[0]?.text, table.columns[at]?.label].filter(Boolean).join(', ');
  const now = today.get(cell.figure);
  return (
    <>
      <Figure figure={cell.figure} label={`${label}: ${cell.text}`} alarm={/^[-−]/.test(cell.text)}>
        {cell.text}
      </Figure>
      {now !== undefined && <small className="cf-second">oggi: {now}</small>}
    </>
  );
}
