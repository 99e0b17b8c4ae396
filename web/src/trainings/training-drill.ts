import type { Drill } from '../frame/DrillDown.js';
import { count, plural } from '../frame/format.js';
import type { Operator, Trainings } from './training-queries.js';

type Row = Operator & { fields: string[] };

/** The people behind a count of operators: 'all', or 'field ' and the field. */
export function drillOperators({ items }: Trainings, figure: string): Drill<Row> {
  const field = figure.startsWith('field ') ? figure.slice('field '.length) : null;
  const held = items.filter((one) => one.state === 'held' && (!field || one.field === field));
  const people = new Map<string, Row>();
  for (const training of held)
    for (const operator of training.operators) {
      const fields = people.get(operator.personId)?.fields ?? [];
      people.set(operator.personId, {
        ...operator,
        fields: [...new Set([...fields, training.field])],
      });
    }
  const rows = [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'it'));
  return {
    title: field ? `Operatori formati: ${field}` : 'Operatori formati',
    rule: 'Persone diverse che hanno seguito una formazione non annullata, ciascuna una volta.',
    columns: [
      { key: 'name', header: 'Operatore', phone: 'title', cell: ({ name }) => name },
      { key: 'body', header: 'Ente', cell: ({ organisationName }) => organisationName },
      { key: 'fields', header: 'Ambiti', cell: ({ fields }) => fields.join(', ') },
      { key: 'one', header: 'Persone', numeric: true, cell: () => count(1) },
    ],
    rows,
    rowKey: ({ personId }) => personId,
    sum: plural(rows.length, 'operatore', 'operatori'),
    count: rows.length,
  };
}
