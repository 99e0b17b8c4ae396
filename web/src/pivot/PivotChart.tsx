import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { ChartWithTable, chartColours } from '../frame/ChartWithTable.js';
import type { Pivot } from './pivot-queries.js';
import { headWords, valueOf, valueWords } from './pivot-words.js';

const MOST = 12;

/** The total of each row as a bar, the longest first; months in their order. */
export default function PivotChart({ pivot, side }: { pivot: Pivot; side: string }) {
  const { measure } = pivot;
  const all = pivot.rows.map((head, row) => ({
    key: head.key ?? '',
    name: headWords(side, head),
    value: pivot.rowTotals[row] ?? 0,
  }));
  const sorted = side === 'month' ? all : all.toSorted((a, b) => b.value - a.value);
  const bars = side === 'month' ? sorted.slice(-MOST) : sorted.slice(0, MOST);
  const [most] = all.toSorted((a, b) => b.value - a.value);
  const left = all.length - bars.length;
  const summary = `${most?.name ?? ''} ha di più: ${valueWords(measure, most?.value ?? 0)}.${left > 0 ? ` Altre ${left} righe sono nella tabella.` : ''}`;
  return (
    <ChartWithTable
      title="Totale per riga"
      summary={summary}
      height={Math.max(120, bars.length * 30 + 24)}
      headers={['Riga', 'Totale']}
      rows={all.map(({ key, name, value }) => ({ key, cells: [name, valueOf(measure, value)] }))}
    >
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={bars} layout="vertical" margin={{ top: 4, right: 64, bottom: 0, left: 0 }}>
          <XAxis type="number" hide domain={[0, 'dataMax']} />
          <YAxis
            type="category"
            dataKey="name"
            width={150}
            tickLine={false}
            axisLine={false}
            fontSize={12}
            tickFormatter={(name: string) => (name.length > 22 ? `${name.slice(0, 21)}…` : name)}
          />
          <Bar dataKey="value" fill={chartColours.accent} isAnimationActive={false} barSize={18}>
            <LabelList
              dataKey="value"
              position="right"
              fontSize={12}
              formatter={(value: unknown) => valueOf(measure, Number(value))}
            />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </ChartWithTable>
  );
}
