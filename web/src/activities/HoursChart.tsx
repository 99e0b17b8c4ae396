import { useQuery } from '@tanstack/react-query';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { ChartWithTable, chartColours } from '../frame/ChartWithTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { count, hours, month } from '../frame/format.js';
import { Loading } from '../frame/Loading.js';
import { hoursQuery, kindsQuery } from './activity-queries.js';
import type { ActivityQuery } from './activity-queries.js';
import { hoursByMonth } from './hours-by-month.js';

interface HoursChartProps {
  query: ActivityQuery;
  /** Some filters of the list do not hold for these sums. */
  partial: boolean;
}

/** Hours by month, stacked by kind; project, kind and period are the filters that hold. */
export default function HoursChart({ query, partial }: HoursChartProps) {
  const { projectId, kind, from, to } = query;
  const { data, error, refetch } = useQuery(hoursQuery({ projectId, kind, from, to }));
  const { data: kinds = [] } = useQuery(kindsQuery);
  if (!data) return <Loading {...{ error, refetch }} card />;
  const { months, series, total } = hoursByMonth(data, kinds);
  if (months.length === 0)
    return <EmptyState icon="chart-line" title="Nessuna ora in questo periodo" />;
  const busiest = months.reduce((most, one) => (one.total > most.total ? one : most));
  const summary = `${hours(total)} ore in ${count(months.length)} mesi; il più intenso è ${month(busiest.month)} con ${hours(busiest.total)}.${partial ? ' Qui valgono solo i filtri per progetto, tipo e periodo.' : ''}`;
  return (
    <ChartWithTable
      title="Ore per mese e tipo"
      summary={summary}
      height={320}
      headers={['Mese', ...series.map(({ label }) => label), 'Totale']}
      rows={months.map((one) => ({
        key: one.month,
        cells: [
          month(one.month),
          ...series.map(({ code }) => hours(one.byKind[code] ?? 0)),
          hours(one.total),
        ],
      }))}
      totals={['Totale', ...series.map((one) => hours(one.minutes)), hours(total)]}
      legend={series.map(({ code, label, minutes }, index) => ({
        key: code,
        colour: colourOf(index),
        words: `${label} ${hours(minutes)}`,
      }))}
    >
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={months} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="#e3e9ef" />
          <XAxis
            dataKey="month"
            tickFormatter={month}
            tickLine={false}
            stroke="#8293a5"
            fontSize={12}
          />
          <YAxis
            tickFormatter={(value: number) => count(Math.round(value / 60))}
            tickLine={false}
            axisLine={false}
            width={44}
            stroke="#4a6076"
            fontSize={12}
          />
          <Tooltip
            formatter={(value, name) => [hours(Number(value)), String(name)]}
            labelFormatter={(label) => (typeof label === 'string' ? month(label) : '')}
            cursor={{ fill: '#e8f2fc' }}
          />
          {series.map(({ code, label }, index) => (
            <Bar
              key={code}
              dataKey={`byKind.${code}`}
              name={label}
              stackId="hours"
              fill={colourOf(index)}
              isAnimationActive={false}
              maxBarSize={44}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </ChartWithTable>
  );
}

const colourOf = (index: number): string =>
  chartColours.series[index % chartColours.series.length] ?? chartColours.accent;
