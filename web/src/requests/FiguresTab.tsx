import { useQuery } from '@tanstack/react-query';
import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { Link } from 'react-router';
import { chartColours, ChartWithTable } from '../frame/ChartWithTable.js';
import { Card } from '../frame/Card.js';
import { useBodies } from '../frame/choices.js';
import { Filters } from '../frame/Filters.js';
import { useUrlFilters } from '../frame/useUrlFilters.js';
import { count, hours, plural } from '../frame/format.js';
import { useContextLink } from '../frame/project-context.js';
import { Loading } from '../frame/Loading.js';
import { languageName } from '../frame/languages.js';
import { useAskedQuery } from './board-state.js';
import { figuresQuery } from './request-queries.js';
import type { Figures, Outcome, Span } from './request-queries.js';
import { CLOSINGS, SPANS, STATES } from './words.js';

type Demand = Figures['byLanguage'][number];

const NAMES = ['ente', 'dal', 'al'] as const;

/** How many ask, for what, how soon they are answered, and what is not met. */
export default function FiguresTab() {
  const bar = useUrlFilters(NAMES);
  const query = useAskedQuery(bar.filters);
  const bodies = useBodies();
  const { data, error, refetch } = useQuery(figuresQuery(query));
  return (
    <div className="cf-stack">
      <Filters
        bar={bar}
        fields={[
          { name: 'ente', label: 'Ente', options: bodies },
          { name: 'dal', label: 'Arrivate dal', day: true },
          { name: 'al', label: 'Al', day: true },
        ]}
      />
      {data ? (
        <Charts data={data} filters={bar.filters} />
      ) : (
        <Loading {...{ error, refetch }} card />
      )}
    </div>
  );
}

type Asked = Record<(typeof NAMES)[number], string>;

interface ChartProps {
  figures: Figures;
  /** What the figures are cut by: the lists that they open are cut by the same. */
  asked: Asked;
}

function Charts({ data, filters }: { data: Figures; filters: Asked }) {
  return (
    <>
      <AnswerChart figures={data} asked={filters} />
      <DemandChart
        title="Domanda per lingua"
        demand={data.byLanguage}
        nameOf={({ key }) => (key ? languageName(key) : 'non indicata')}
        filter="lingua"
        asked={filters}
      />
      <DemandChart
        title="Domanda per territorio"
        demand={data.byTerritory}
        nameOf={({ name }) => name ?? 'non indicato'}
        filter="territorio"
        asked={filters}
      />
      <Closings figures={data} asked={filters} />
    </>
  );
}

function AnswerChart({ figures: { answers, medianMinutes }, asked }: ChartProps) {
  const rows = (Object.keys(SPANS) as Span[]).map((span) => ({
    span,
    name: SPANS[span],
    requests: answers.find((one) => one.span === span)?.requests ?? 0,
  }));
  const median =
    medianMinutes === null
      ? 'Ancora nessuna risposta.'
      : `Metà delle richieste ha avuto risposta entro ${hours(medianMinutes)} ore: un’assegnazione, un rifiuto o l’impossibilità.`;
  return (
    <ChartWithTable
      title="Tempi di risposta"
      summary={median}
      headers={['Prima risposta', 'Richieste']}
      rows={rows.map(({ span, name, requests }) => ({
        key: span,
        cells: [name, <Opens key="open" of={requests} by={{ ...asked, risposta: span }} />],
      }))}
      height={230}
    >
      <Bars rows={rows} colour={chartColours.accent} />
    </ChartWithTable>
  );
}

interface DemandChartProps {
  title: string;
  demand: Demand[];
  nameOf: (row: Demand) => string;
  /** The filter of the list that shows the same requests. */
  filter: 'lingua' | 'territorio';
  /** What the figures are cut by: the list is cut by the same. */
  asked: Asked;
}

function DemandChart({ title, demand, nameOf, filter, asked }: DemandChartProps) {
  const opens = ({ key }: Demand, of: number, esito?: Outcome) =>
    key ? (
      <Opens key={esito ?? ''} of={of} by={{ ...asked, [filter]: key, ...(esito && { esito }) }} />
    ) : (
      count(of)
    );
  const lost = demand.reduce((sum, row) => sum + row.lost, 0);
  const total = demand.reduce((sum, row) => sum + row.requests, 0);
  return (
    <ChartWithTable
      title={title}
      summary={`${plural(total, 'richiesta', 'richieste')}, di cui ${count(lost)} rifiutate o non evase. Dai dati si apre l’elenco.`}
      headers={[
        filter === 'lingua' ? 'Lingua' : 'Territorio',
        'Richieste',
        'Evase',
        'In attesa',
        'Perse',
      ]}
      rows={demand.map((row) => ({
        key: row.key ?? '',
        cells: [
          nameOf(row),
          opens(row, row.requests),
          opens(row, row.met, 'met'),
          opens(row, row.waiting, 'waiting'),
          opens(row, row.lost, 'lost'),
        ],
      }))}
      height={Math.max(140, demand.length * 34)}
    >
      <Bars
        rows={demand.map((row) => ({ name: nameOf(row), requests: row.requests }))}
        colour={chartColours.accent}
      />
    </ChartWithTable>
  );
}

/** A number that opens the list of what it counts. */
function Opens({ of, by }: { of: number; by: Record<string, string> }) {
  const link = useContextLink();
  return of > 0 ? <Link to={link('/mediazione/tutte', by)}>{count(of)}</Link> : count(of);
}

interface BarsProps {
  rows: { name: string; requests: number }[];
  colour: string;
}

const Bars = ({ rows, colour }: BarsProps) => (
  <ResponsiveContainer>
    <BarChart data={rows} layout="vertical" margin={{ right: 40 }}>
      <XAxis type="number" hide domain={[0, 'dataMax']} />
      <YAxis type="category" dataKey="name" width={130} tickLine={false} axisLine={false} />
      <Bar dataKey="requests" fill={colour} isAnimationActive={false} maxBarSize={22}>
        <LabelList dataKey="requests" position="right" />
      </Bar>
    </BarChart>
  </ResponsiveContainer>
);

function Closings({ figures: { closings }, asked }: ChartProps) {
  return (
    <Card title="Richieste rifiutate e non evase" lead="Con il motivo registrato alla chiusura.">
      {closings.length === 0 ? (
        <p className="cf-muted">Nessuna.</p>
      ) : (
        <ul>
          {closings.map(({ state, closing, requests }) => (
            <li key={`${state} ${closing}`}>
              <strong className="cf-num">
                <Opens of={requests} by={{ ...asked, stato: state, motivo: closing }} />
              </strong>{' '}
              {STATES[state].word}, {CLOSINGS[closing]}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
