import {
  Area,
  CartesianGrid,
  ComposedChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { ChartWithTable, chartColours } from '../frame/ChartWithTable.js';
import { decimal, euro, month, percent } from '../frame/format.js';
import type { Matrix } from './budget-queries.js';
import { ratio } from './cents.js';
import { spentSoFar } from './months.js';

const STEPS = [1, 2, 2.5, 5, 10];

/** Round numbers from 0 to above the value, four steps or fewer: 683.000 → 0, 200.000 … 800.000. */
function ticksTo(value: number): number[] {
  const rough = Math.max(value, 4) / 4;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = magnitude * (STEPS.find((one) => one * magnitude >= rough) ?? 10);
  return Array.from({ length: Math.ceil(value / step) + 1 }, (_, index) => index * step);
}

/** Spent month after month, against the whole plan. */
export default function SpentChart({ matrix }: { matrix: Matrix }) {
  const { total } = matrix;
  const months = spentSoFar(matrix);
  const last = months.at(-1);
  const summary = last
    ? `A ${month(last.month)} è speso ${euro(total.spent)}, il ${percent(ratio(total.spent, total.planned), 0)} dei ${euro(total.planned)} previsti.`
    : 'Ancora nessuna spesa.';
  const data = months.map(({ month: name, soFar }) => ({ name, soFar: Number(soFar) }));
  const ticks = ticksTo(Math.max(Number(total.planned), Number(total.spent)) * 1.02);
  return (
    <ChartWithTable
      title="Speso nel tempo e previsto"
      summary={summary}
      height={240}
      headers={['Mese', 'Speso nel mese', 'Speso fin qui', 'Quota del previsto']}
      rows={months.map((one) => ({
        key: one.month,
        cells: [
          month(one.month),
          euro(one.spent),
          euro(one.soFar),
          percent(ratio(one.soFar, total.planned)),
        ],
      }))}
      totals={['Totale', euro(total.spent), '', '']}
      legend={[
        { key: 'spent', colour: chartColours.accent, words: `Speso ${euro(total.spent)}` },
        {
          key: 'planned',
          colour: chartColours.dark,
          words: `Previsto ${euro(total.planned)} (linea tratteggiata)`,
        },
      ]}
    >
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart data={data} margin={{ top: 8, right: 12, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="#e3e9ef" />
          <XAxis
            dataKey="name"
            tickFormatter={month}
            tickLine={false}
            stroke="#8293a5"
            fontSize={12}
            minTickGap={24}
          />
          <YAxis
            domain={[0, ticks.at(-1) ?? 0]}
            ticks={ticks}
            tickFormatter={(value: number) => decimal(Math.round(value / 1000), 0)}
            tickLine={false}
            axisLine={false}
            width={64}
            unit=" k€"
            stroke="#4a6076"
            fontSize={12}
          />
          <Tooltip
            formatter={(value) => [euro(Number(value).toFixed(2)), 'Speso fin qui']}
            labelFormatter={(label) => (typeof label === 'string' ? month(label) : '')}
          />
          <Area
            type="stepAfter"
            dataKey="soFar"
            stroke={chartColours.accent}
            strokeWidth={2}
            fill={chartColours.soft}
            fillOpacity={0.35}
            isAnimationActive={false}
          />
          <ReferenceLine
            y={Number(total.planned)}
            stroke={chartColours.dark}
            strokeDasharray="6 4"
            strokeWidth={1.5}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </ChartWithTable>
  );
}
