import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { Filters, NoRows } from '../frame/Filters.js';
import { day } from '../frame/format.js';
import { parseDay } from '../frame/parse.js';
import { DemoMark } from '../frame/StateChip.js';
import { useToday } from '../frame/today.js';
import { usePages } from '../frame/usePages.js';
import { useUrlFilters } from '../frame/useUrlFilters.js';
import { languageName, LANGUAGES } from '../frame/languages.js';
import { useTerritories } from '../frame/choices.js';
import { useScopeQuery } from './board-state.js';
import { requestsPage } from './request-queries.js';
import type { Request, RequestQuery, RequestState } from './request-queries.js';
import { CLOSINGS, RequestStateChip, STATES, whenOf } from './words.js';

const NAMES = ['stato', 'lingua', 'territorio', 'dal', 'al', 'testo'] as const;
const STATE_OPTIONS = Object.entries(STATES).map(([value, { word }]) => ({ value, label: word }));

/** Every request, whatever became of it. */
export default function AllTab({ open }: { open: (name: string) => void }) {
  const bar = useUrlFilters(NAMES);
  const today = useToday();
  const scope = useScopeQuery();
  const territories = useTerritories();
  const { stato, lingua, territorio, dal, al, testo } = bar.filters;
  const from = parseDay(dal, today);
  const to = parseDay(al, today);
  const query: RequestQuery = {
    ...scope,
    ...(stato && { state: [stato as RequestState] }),
    ...(lingua && { language: [lingua] }),
    ...(territorio && { territoryId: [territorio] }),
    ...(from && { from }),
    ...(to && { to }),
    ...(testo && { text: testo }),
  };
  const { rows, ...paging } = usePages(['requests', 'all', query], (after) =>
    requestsPage(query, after),
  );
  return (
    <div className="cf-stack">
      <Filters
        bar={bar}
        fields={[
          { name: 'stato', label: 'Stato', options: STATE_OPTIONS },
          { name: 'lingua', label: 'Lingua', options: LANGUAGES, all: 'Tutte' },
          {
            name: 'territorio',
            label: 'Territorio',
            options: territories,
          },
          { name: 'dal', label: 'Arrivate dal', day: true },
          { name: 'al', label: 'Al', day: true },
          { name: 'testo', label: 'Ente o motivo' },
        ]}
      />
      <DataTable
        caption="Richieste di mediazione"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ projectId, id }) => open(`${projectId}/${id}`)}
        isMuted={({ state }) => state === 'refused' || state === 'unmet'}
        empty={
          <NoRows bar={bar} none="Nessuna richiesta">
            <EmptyState title="Ancora nessuna richiesta" text="Premi R per registrarne una." />
          </NoRows>
        }
        {...paging}
      />
    </div>
  );
}

const COLUMNS: Column<Request>[] = [
  {
    key: 'number',
    header: 'N.',
    cell: ({ number, demonstration }) => (
      <span className="cf-num">
        {number} {demonstration && <DemoMark />}
      </span>
    ),
  },
  { key: 'body', header: 'Ente', phone: 'title', cell: ({ organisationName }) => organisationName },
  { key: 'language', header: 'Lingua', cell: ({ language }) => languageName(language) },
  { key: 'when', header: 'Quando', cell: (row) => <span className="cf-num">{whenOf(row)}</span> },
  { key: 'mediator', header: 'Mediatore', cell: ({ mediatorName }) => mediatorName },
  { key: 'received', header: 'Arrivata', cell: ({ receivedOn }) => day(receivedOn) },
  { key: 'state', header: 'Stato', cell: (row) => <RequestStateChip state={row.state} /> },
  { key: 'closing', header: 'Motivo', cell: ({ closing }) => closing && CLOSINGS[closing] },
];
