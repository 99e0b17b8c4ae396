import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { ChartWithTable, chartColours } from '../frame/ChartWithTable.js';
import { decimal, euro, percent } from '../frame/format.js';
import type { Matrix } from './budget-queries.js';
import { ratio } from './cents.js';

/** Spent against planned, category by category. */
export default function SpentChart({ matrix }: { matrix: Matrix }) {
  const { byCategory, total } = matrix;
  const data = byCategory.map(({ id, code, label, planned, spent }) => ({
    id,
    name: code ?? label,
    label,
    planned: Number(planned),
    spent: Number(spent),
  }));
  const over = byCategory.filter(({ residual }) => residual.startsWith('-')).length;
  const beyond =
    over === 1 ? ' Una voce supera il previsto.' : ` ${over} voci superano il previsto.`;
  const summary = `Speso ${euro(total.spent)} su ${euro(total.planned)}, il ${percent(ratio(total.spent, total.planned), 0)}.${over ? beyond : ''}`;
  return (
    <ChartWithTable
      title="Speso e previsto per voce"
      summary={summary}
      height={280}
      headers={['Voce', 'Previsto', 'Speso', 'Residuo']}
      rows={byCategory.map(({ id, code, label, planned, spent, residual }) => ({
        key: id,
        cells: [
          [code, label].filter(Boolean).join(' · '),
          euro(planned),
          euro(spent),
          euro(residual),
        ],
      }))}
      totals={['Totale', euro(total.planned), euro(total.spent), euro(total.residual)]}
      legend={[
        { key: 'planned', colour: chartColours.grey, words: `Previsto ${euro(total.planned)}` },
        { key: 'spent', colour: chartColours.accent, words: `Speso ${euro(total.spent)}` },
      ]}
    >
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={data} margin={{ top: 8, right: 8, bottom: 0, left: 0 }} barGap={2}>
          <CartesianGrid vertical={false} stroke="#e3e9ef" />
          <XAxis dataKey="name" tickLine={false} stroke="#8293a5" fontSize={12} interval={0} />
          <YAxis
            tickFormatter={(value: number) => decimal(value, 0)}
            tickLine={false}
            axisLine={false}
            width={64}
            stroke="#4a6076"
            fontSize={12}
          />
          <Tooltip
            formatter={(value, name) => [euro(Number(value).toFixed(2)), String(name)]}
            labelFormatter={(name) => data.find((one) => one.name === name)?.label ?? ''}
            cursor={{ fill: '#e8f2fc' }}
          />
          <Bar
            dataKey="planned"
            name="Previsto"
            fill={chartColours.grey}
            isAnimationActive={false}
            maxBarSize={36}
          />
          <Bar
            dataKey="spent"
            name="Speso"
            fill={chartColours.accent}
            isAnimationActive={false}
            maxBarSize={36}
          />
        </BarChart>
      </ResponsiveContainer>
    </ChartWithTable>
  );
}
