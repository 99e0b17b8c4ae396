import { Button } from 'design-react-kit';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.js';

interface ChartWithTableProps {
  title: string;
  /** What the chart says, in one sentence: also its name for who cannot see it. */
  summary: string;
  /** A Recharts chart in a `ResponsiveContainer`; its colours are `chartColours`. */
  children: ReactNode;
  /** The same data as a table: first column is the row's name. */
  headers: string[];
  rows: { key: string; cells: ReactNode[] }[];
  totals?: ReactNode[];
  height?: number;
  /** The series by name, each with its own figure: written out, not only coloured. */
  legend?: { key: string; colour: string; words: string }[];
  action?: ReactNode;
}

/** One accent and greys: charts must read in black and white too. */
export const chartColours = {
  accent: '#0066cc',
  soft: '#8fb8e3',
  grey: '#b4bfca',
  dark: '#17324d',
  alarm: '#b3243f',
  series: ['#0b4f9c', '#4c93d9', '#8a9bab', '#c3ccd5', '#17324d', '#a7cdf1', '#5d7083', '#dfe5ea'],
};

export function ChartWithTable(props: ChartWithTableProps) {
  const { title, summary, children, height = 260, action, legend } = props;
  const [asTable, setAsTable] = useState(false);
  const heading = useId();
  return (
    <section className="cf-card cf-chart" aria-labelledby={heading}>
      <header className="cf-card-head">
        <div>
          <h2 id={heading}>{title}</h2>
          <p>{summary}</p>
        </div>
        <div className="cf-buttons">
          {action}
          <Button
            type="button"
            color="link"
            size="sm"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            <Icon name={asTable ? 'chart-line' : 'list'} />
            {asTable ? 'Mostra il grafico' : 'Mostra i dati'}
          </Button>
        </div>
      </header>
      {asTable ? (
        <ChartTable {...props} />
      ) : (
        <div role="img" aria-label={`${title}. ${summary}`} style={{ height }}>
          {children}
        </div>
      )}
      {legend && !asTable && (
        <ul className="cf-legend">
          {legend.map(({ key, colour, words }) => (
            <li key={key}>
              <i style={{ background: colour }} />
              {words}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function ChartTable({ title, headers, rows, totals }: ChartWithTableProps) {
  return (
    <div className="cf-table-scroll" tabIndex={0} role="region" aria-label={`Dati: ${title}`}>
      <table className="cf-table is-plain">
        <caption>{title}</caption>
        <thead>
          <tr>
            {headers.map((header, index) => (
              <th key={header} scope="col" className={index ? 'is-numeric' : undefined}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th key={headers[index]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={headers[index]} className="is-numeric">
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {totals && (
          <tfoot>
            <tr>
              {totals.map((cell, index) => (
                <td key={headers[index]} className={index ? 'is-numeric' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
