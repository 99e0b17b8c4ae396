import { STATE_WORDS } from '../../../src/activities/activity-words.js';
import { ActivityLink } from '../activities/ActivityLink.js';
import type { Column } from '../frame/DataTable.js';
import type { Drill } from '../frame/DrillDown.js';
import { day } from '../frame/format.js';
import { packageParts } from './contract-queries.js';
import type { PackageFigure, PackagePart, PackageRow, PackageView } from './contract-queries.js';
import { amountIn, withUnit } from './words.js';

/** A row of a figure with the unit in which it is told: an allotment, or an activity of the project. */
export interface Opened extends PackagePart {
  projectId: string;
  unit: PackageRow['unit'];
}

/** Names a figure in the address: 'line/done/minutes/0193…'. */
export const figureKey = (
  by: PackageView,
  { key, unit }: PackageRow,
  figure: PackageFigure,
): string => [by, figure, unit, key ?? ''].join('/');

const TITLES: Record<PackageFigure, string> = {
  allotted: 'Assegnate',
  planned: 'Programmate',
  done: 'Svolte',
  confirmed: 'Confermate',
  billable: 'Fatturabili',
  used: 'Che cosa usa il pacchetto',
  limited: 'Che cosa è tolto dalle residue',
};
const RULES: Record<PackageFigure, string> = {
  allotted: 'Quanto delle righe di contratto è assegnato a enti e territori.',
  planned: 'Attività in programma, per la loro durata prevista.',
  done: 'Attività svolte o confermate, per la loro durata effettiva.',
  confirmed: 'Attività confermate, per la loro durata effettiva.',
  billable: 'Attività confermate, ciascuna col minimo e lo scatto della sua riga di contratto.',
  used: 'Attività programmate, svolte e confermate, ciascuna col minimo e lo scatto della sua riga: il residuo è quanto resta dopo di esse. Con più enti conta il primo indicato.',
  limited:
    'Attività programmate, svolte e confermate, ciascuna col minimo e lo scatto della sua riga: le residue sono le comprate meno queste. Di un ente o di un territorio sono le assegnate meno queste, e contano le sole righe che hanno ore per lui: assegnare pone un limite, non mette da parte.',
};

const STATES: Record<PackagePart['state'], string> = {
  allotted: 'assegnata',
  ...STATE_WORDS,
};

const COLUMNS: Column<Opened>[] = [
  { key: 'day', header: 'Giorno', cell: (row) => <span className="cf-num">{day(row.day)}</span> },
  {
    key: 'kind',
    header: 'Che cosa',
    phone: 'title',
    cell: ({ kindLabel, contractTitle, overReason, state, ...activity }) => (
      <>
        {state === 'allotted' ? kindLabel : <ActivityLink {...activity}>{kindLabel}</ActivityLink>}
        <small className="cf-second">{contractTitle}</small>
        {overReason && <small className="cf-second">Oltre il pacchetto: {overReason}</small>}
      </>
    ),
  },
  { key: 'body', header: 'Ente o territorio', cell: ({ body }) => body },
  { key: 'people', header: 'Chi', cell: ({ people }) => people },
  { key: 'state', header: 'Stato', cell: ({ state }) => STATES[state] },
  { key: 'amount', header: 'Quanto', numeric: true, cell: (row) => amountIn(row.unit, row.amount) },
];

/** The rows of a figure. */
export async function loadParts(projectId: string, name: string): Promise<Drill<Opened>> {
  const [by, figure, unit, ...key] = name.split('/') as [
    PackageView,
    PackageFigure,
    PackageRow['unit'],
    ...string[],
  ];
  const { items, sum } = await packageParts(projectId, {
    by,
    figure,
    unit,
    key: key.join('/') || null,
  });
  return {
    title: TITLES[figure],
    rule: RULES[figure],
    columns: COLUMNS,
    rows: items.map((part) => ({ ...part, unit, projectId })),
    rowKey: ({ id }) => id,
    sum: withUnit(unit, sum),
    count: items.length,
  };
}
