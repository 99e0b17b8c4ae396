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
import { tellingTable } from './telling-table.js';
import { only, sentBefore, signed, type Telling, telling } from './telling.js';

interface Money {
  lines: BudgetLineFact[];
  told: Telling<ExpenseFact>;
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
const oneOf = (expense: ExpenseFact, sign = ''): Share => ({
  table: 'expense',
  id: expense.id,
  amount: `${sign}1`,
});

const toldMoney = ({ expenses, period }: Facts): Telling<ExpenseFact> => telling(expenses, period);

/** Scheda finanziaria: budget, spent and what is left, by cost category, partner and source. */
export const financial = (facts: Facts, figures: Figures): Section => ({
  key: 'financial',
  title: 'Scheda finanziaria',
  texts: [],
  tables: [
    recorded(facts, figures),
    byCategory(facts, figures),
    byPartner(facts, figures),
    bySource(facts, figures),
  ],
});

const recorded = (facts: Facts, figures: Figures): Table =>
  tellingTable(
    {
      key: 'financial',
      title: 'Spese registrate',
      first: 'Quali',
      told: toldMoney(facts),
      columns: [
        { key: 'expenses', label: 'Spese', unit: 'count', share: oneOf },
        { key: 'amount', label: 'Importo', unit: 'euro', share: spent },
      ],
      note: 'Le spese di periodi già inviati sono comunicate con questa scheda e contate a parte.',
    },
    figures,
  );

const columns = (first: string) => [
  left(first),
  right('Budget'),
  right('Speso nel periodo'),
  right('Di periodi già inviati'),
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
  const whole = { lines: facts.budgetLines, told: toldMoney(facts) };
  const rows = [...labels].map(([id, label]) => {
    const lines = facts.budgetLines.filter((line) => line.categoryId === id);
    const told = only(whole.told, (expense) => expense.categoryId === id);
    return moneyRow(`financial.category.${id}`, label, { lines, told }, figures);
  });
  return {
    title: 'Per voce di costo',
    columns: columns('Voce'),
    rows: [...rows, moneyRow('financial.all', 'Totale', whole, figures)],
    note:
      'Con riserve: spese registrate che per ora non si possono rendicontare, con il motivo su ciascuna. ' +
      sentBefore,
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
      const told = only(toldMoney(facts), (expense) => expense.participationId === id);
      return moneyRow(`financial.partner.${id}`, organisation, { lines, told }, figures);
    }),
    note: null,
  };
}

function moneyRow(key: string, label: string, { lines, told }: Money, figures: Figures): Cell[] {
  const add = (name: string, words: string, shares: Share[]): Cell =>
    figures.add(`${key}.${name}`, `${label}: ${words}`, 'euro', shares);
  const blocked = told.total.filter((expense) => expense.blocks.length > 0);
  return [
    text(label),
    add('planned', 'budget', lines.map(planned)),
    add(
      'period',
      'speso nel periodo',
      told.period.map((expense) => spent(expense)),
    ),
    add('sent', 'di periodi già inviati', signed(told, spent)),
    add(
      'total',
      'speso dall’avvio',
      told.total.map((expense) => spent(expense)),
    ),
    add(
      'blocked',
      'speso con riserve',
      blocked.map((expense) => spent(expense)),
    ),
    add('residual', 'residuo', [
      ...lines.map(planned),
      ...told.total.map((expense) => spent(expense, '-')),
    ]),
  ];
}

function bySource({ sources, expenses }: Facts, figures: Figures): Table {
  const counted = new Set(expenses.filter(({ stands }) => stands).map(({ id }) => id));
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
