import { contains } from '../../kernel/dates.js';
import type { Facts } from '../facts.js';
import type { BudgetLineFact, ExpenseFact } from '../facts-of-money.js';
import {
  type Cell,
  type Figures,
  left,
  right,
  type Section,
  type Share,
  type Table,
  text,
} from './figure.js';

interface Money {
  lines: BudgetLineFact[];
  expenses: ExpenseFact[];
}

const planned = (line: BudgetLineFact): Share => ({
  table: 'budget_line',
  id: line.id,
  amount: line.planned,
});
const spent = (expense: ExpenseFact, sign = ''): Share => ({
  table: 'expense',
  id: expense.id,
  amount: `${sign}${expense.amount}`,
});

/** Scheda finanziaria: budget, spent and what is left, by cost category, partner and source. */
export const financial = (facts: Facts, figures: Figures): Section => ({
  key: 'financial',
  title: 'Scheda finanziaria',
  texts: [],
  tables: [byCategory(facts, figures), byPartner(facts, figures), bySource(facts, figures)],
});

const columns = (first: string) => [
  left(first),
  right('Budget'),
  right('Speso nel periodo'),
  right('Speso dall’avvio'),
  right('di cui con riserve'),
  right('Residuo'),
];

function byCategory(facts: Facts, figures: Figures): Table {
  const labels = new Map<string, string>();
  for (const { categoryId, categoryCode, categoryLabel } of [
    ...facts.budgetLines,
    ...facts.expenses,
  ]) {
    labels.set(categoryId, `${categoryCode} ${categoryLabel}`);
  }
  const rows = [...labels].map(([id, label]) => {
    const lines = facts.budgetLines.filter((line) => line.categoryId === id);
    const expenses = facts.expenses.filter((expense) => expense.categoryId === id);
    return moneyRow(`financial.category.${id}`, label, { lines, expenses }, { facts, figures });
  });
  const whole = { lines: facts.budgetLines, expenses: facts.expenses };
  return {
    title: 'Per voce di costo',
    columns: columns('Voce'),
    rows: [...rows, moneyRow('financial.all', 'Totale', whole, { facts, figures })],
    note: 'Con riserve: spese registrate che per ora non si possono rendicontare, con il motivo su ciascuna.',
  };
}

function byPartner(facts: Facts, figures: Figures): Table {
  const involved = facts.participations.filter(({ id }) =>
    [...facts.budgetLines, ...facts.expenses].some((row) => row.participationId === id),
  );
  return {
    title: 'Per partner',
    columns: columns('Partner'),
    rows: involved.map(({ id, organisation }) => {
      const lines = facts.budgetLines.filter((line) => line.participationId === id);
      const expenses = facts.expenses.filter((expense) => expense.participationId === id);
      return moneyRow(
        `financial.partner.${id}`,
        organisation,
        { lines, expenses },
        { facts, figures },
      );
    }),
    note: null,
  };
}

function moneyRow(
  key: string,
  label: string,
  { lines, expenses }: Money,
  { facts, figures }: { facts: Facts; figures: Figures },
): Cell[] {
  const add = (name: string, words: string, shares: Share[]): Cell =>
    figures.add(`${key}.${name}`, `${label}: ${words}`, 'euro', shares);
  const period = expenses.filter((expense) => contains(facts.period, expense.day));
  const blocked = expenses.filter((expense) => expense.blocks.length > 0);
  return [
    text(label),
    add('planned', 'budget', lines.map(planned)),
    add(
      'period',
      'speso nel periodo',
      period.map((expense) => spent(expense)),
    ),
    add(
      'total',
      'speso dall’avvio',
      expenses.map((expense) => spent(expense)),
    ),
    add(
      'blocked',
      'speso con riserve',
      blocked.map((expense) => spent(expense)),
    ),
    add('residual', 'residuo', [
      ...lines.map(planned),
      ...expenses.map((expense) => spent(expense, '-')),
    ]),
  ];
}

function bySource({ sources, expenses }: Facts, figures: Figures): Table {
  const counted = new Set(expenses.map(({ id }) => id));
  return {
    title: 'Per fonte di finanziamento',
    columns: [left('Fonte'), right('Budget'), right('Speso dall’avvio')],
    rows: sources.map((source) => [
      text(source.label),
      figures.add(
        `financial.source.${source.id}.planned`,
        `${source.label}: budget`,
        'euro',
        source.planned.map(({ lineId, amount }) => ({ table: 'budget_line', id: lineId, amount })),
      ),
      figures.add(
        `financial.source.${source.id}.total`,
        `${source.label}: speso dall’avvio`,
        'euro',
        source.paid
          .filter(({ expenseId }) => counted.has(expenseId))
          .map(({ expenseId, amount }) => ({ table: 'expense', id: expenseId, amount })),
      ),
    ]),
    note: null,
  };
}
