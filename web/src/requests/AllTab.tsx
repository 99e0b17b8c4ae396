import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { Filters, NoRows } from '../frame/Filters.js';
import { day } from '../frame/format.js';
import { DemoMark } from '../frame/StateChip.js';
import { usePages } from '../frame/usePages.js';
import { useUrlFilters } from '../frame/useUrlFilters.js';
import { languageName, LANGUAGES } from '../frame/languages.js';
import { options, useBodies, useTerritories } from '../frame/choices.js';
import { useAskedQuery } from './board-state.js';
import { requestsPage } from './request-queries.js';
import type {
  Closing,
  Outcome,
  Request,
  RequestQuery,
  RequestState,
  Span,
} from './request-queries.js';
import { CLOSINGS, OUTCOMES, RequestStateChip, SPANS, STATES, whenOf } from './words.js';

const NAMES = [
  'stato',
  'lingua',
  'territorio',
  'ente',
  'dal',
  'al',
  'testo',
  'esito',
  'motivo',
  'risposta',
] as const;
const STATE_OPTIONS = Object.entries(STATES).map(([value, { word }]) => ({ value, label: word }));

/** Every request, whatever became of it. */
export default function AllTab({ open }: { open: (name: string) => void }) {
  const bar = useUrlFilters(NAMES);
  const asked = useAskedQuery(bar.filters);
  const bodies = useBodies();
  const territories = useTerritories();
  const { stato, lingua, territorio, testo, esito, motivo, risposta } = bar.filters;
  const query: RequestQuery = {
    ...asked,
    ...(stato && { state: [stato as RequestState] }),
    ...(lingua && { language: [lingua] }),
    ...(territorio && { territoryId: [territorio] }),
    ...(testo && { text: testo }),
    ...(esito && { outcome: [esito as Outcome] }),
    ...(motivo && { closing: [motivo as Closing] }),
    ...(risposta && { span: [risposta as Span] }),
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
          { name: 'ente', label: 'Ente', options: bodies },
          { name: 'dal', label: 'Arrivate dal', day: true },
          { name: 'al', label: 'Al', day: true },
          { name: 'testo', label: 'Ente o motivo' },
          { name: 'esito', label: 'Esito', options: options(OUTCOMES) },
          { name: 'risposta', label: 'Prima risposta', options: options(SPANS) },
          { name: 'motivo', label: 'Perché chiusa', options: options(CLOSINGS) },
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
