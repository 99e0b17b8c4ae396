import type { Matrix, MatrixLine } from './budget-queries.js';

/** What a figure of the budget measures, along which axis, of which row: 'spent.line.<id>', 'planned.all'. */
export interface BudgetFigure {
  what: 'planned' | 'spent' | 'residual' | 'blocked';
  axis: 'line' | 'category' | 'participation' | 'source' | 'all';
  id: string;
}

export const WHAT: Record<BudgetFigure['what'], string> = {
  planned: 'Previsto',
  spent: 'Speso',
  residual: 'Residuo',
  blocked: 'Non rendicontabile',
};

export const figureKey = ({ what, axis, id }: BudgetFigure): string =>
  axis === 'all' ? `${what}.all` : `${what}.${axis}.${id}`;

export function figureOf(key: string): BudgetFigure {
  const [what = 'spent', axis = 'all', id = ''] = key.split('.');
  return { what, axis, id } as BudgetFigure;
}

const KEYS = {
  line: (line: MatrixLine) => line.id,
  category: (line: MatrixLine) => line.categoryId,
  participation: (line: MatrixLine) => line.participationId,
};

/** The lines that a figure's plan is made of, each with the amount that it adds. */
export function plannedRows(
  { lines }: Matrix,
  { axis, id }: BudgetFigure,
): { line: MatrixLine; amount: string }[] {
  if (axis === 'source') {
    return lines.flatMap((line) =>
      line.sources
        .filter(({ fundingSourceId }) => fundingSourceId === id)
        .map(({ amount }) => ({ line, amount })),
    );
  }
  const of = axis === 'all' ? null : KEYS[axis];
  return lines
    .filter((line) => !of || of(line) === id)
    .map((line) => ({ line, amount: line.planned }));
}

/** The name of what a figure is about, as the matrix calls it. */
export function nameOf(matrix: Matrix, { axis, id }: BudgetFigure): string {
  if (axis === 'all') return 'tutto il budget';
  if (axis === 'line') {
    const line = matrix.lines.find((one) => one.id === id);
    return line ? `${line.categoryCode} · ${line.description}` : 'riga';
  }
  const groups = {
    category: matrix.byCategory,
    participation: matrix.byParticipation,
    source: matrix.bySource,
  };
  const group = groups[axis].find((one) => one.id === id);
  return [group?.code, group?.label].filter(Boolean).join(' · ');
}
