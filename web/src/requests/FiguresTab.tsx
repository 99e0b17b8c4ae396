import { useQuery } from '@tanstack/react-query';
import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { Link } from 'react-router';
import { chartColours, ChartWithTable } from '../frame/ChartWithTable.js';
import { Card } from '../frame/Card.js';
import { count, hours, plural } from '../frame/format.js';
import { useContextLink } from '../frame/project-context.js';
import { Loading } from '../frame/Loading.js';
import { languageName } from '../frame/languages.js';
import { useScopeQuery } from './board-state.js';
import { figuresQuery } from './request-queries.js';
import type { Figures } from './request-queries.js';
import { CLOSINGS, STATES } from './words.js';

type Demand = Figures['byLanguage'][number];
type Span = Figures['answers'][number]['span'];

/** How many ask, for what, how soon they are answered, and what is not met. */
export default function FiguresTab() {
  const { data, error, refetch } = useQuery(figuresQuery(useScopeQuery()));
  if (!data) return <Loading {...{ error, refetch }} card />;
  return (
    <div className="cf-stack">
      <AnswerChart figures={data} />
      <DemandChart
        title="Domanda per lingua"
        demand={data.byLanguage}
        nameOf={({ key }) => (key ? languageName(key) : 'non indicata')}
        filter="lingua"
      />
      <DemandChart
        title="Domanda per territorio"
        demand={data.byTerritory}
        nameOf={({ name }) => name ?? 'non indicato'}
        filter="territorio"
      />
      <Closings figures={data} />
    </div>
  );
}

const SPANS: Record<Span, string> = {
  four_hours: 'entro 4 ore',
  one_day: 'entro un giorno',
  two_days: 'entro due giorni',
  longer: 'più tardi',
  waiting: 'in attesa',
};

function AnswerChart({ figures: { answers, medianMinutes } }: { figures: Figures }) {
  const rows = (Object.keys(SPANS) as Span[]).map((span) => ({
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
      rows={rows.map(({ name, requests }) => ({ key: name, cells: [name, count(requests)] }))}
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
}

function DemandChart({ title, demand, nameOf, filter }: DemandChartProps) {
  const link = useContextLink();
  const to = (key: string) => link('/mediazione/tutte', { [filter]: key });
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
          <Asked key="asked" row={row} to={to} />,
          count(row.met),
          count(row.waiting),
          count(row.lost),
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

function Asked({ row: { key, requests }, to }: { row: Demand; to: (key: string) => string }) {
  return key ? <Link to={to(key)}>{count(requests)}</Link> : count(requests);
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

function Closings({ figures: { closings } }: { figures: Figures }) {
  return (
    <Card title="Richieste rifiutate e non evase" lead="Con il motivo registrato alla chiusura.">
      {closings.length === 0 ? (
        <p className="cf-muted">Nessuna.</p>
      ) : (
        <ul>
          {closings.map(({ state, closing, requests }) => (
            <li key={`${state} ${closing}`}>
              <strong className="cf-num">{count(requests)}</strong> {STATES[state].word},{' '}
              {CLOSINGS[closing]}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
