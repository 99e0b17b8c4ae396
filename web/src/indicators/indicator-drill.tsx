import { ActivityLink } from '../activities/ActivityLink.js';
import type { Drill } from '../frame/DrillDown.js';
import { count, day, hours } from '../frame/format.js';
import { TARGETS } from '../recipients/words.js';
import { indicatorNow, indicatorPeople, indicatorRows } from './indicator-queries.js';
import type { Indicator, IndicatorPerson, IndicatorRow } from './indicator-queries.js';
import { shownValue } from './words.js';

/** The people whom an indicator counts. */
export async function drillPeople(
  projectId: string,
  { id, label, measure }: Indicator,
): Promise<Drill<IndicatorPerson>> {
  const [{ value }, { items: rows }] = await Promise.all([
    indicatorNow(projectId, id),
    indicatorPeople(projectId, id),
  ]);
  const whom = measure === 'people' ? 'Persone' : 'Destinatari';
  return {
    title: label,
    rule: `${whom} presenti alle attività dell’indicatore, dall’avvio del progetto: ognuno conta una volta.`,
    columns: [
      { key: 'code', header: 'Codice', phone: 'title', cell: ({ code }) => code },
      { key: 'target', header: 'Stato', cell: ({ target }) => TARGETS[target].word },
      {
        key: 'presences',
        header: 'Presenze',
        numeric: true,
        cell: ({ presences }) => count(presences),
      },
      { key: 'minutes', header: 'Ore', numeric: true, cell: ({ minutes }) => hours(minutes) },
    ],
    rows,
    rowKey: (row) => row.id,
    sum: `${count(value)} ${whom.toLowerCase()}`,
    count: value,
  };
}

/** The activities that add up to an indicator. */
export async function drillActivities(
  projectId: string,
  { id, label, measure }: Indicator,
): Promise<Drill<IndicatorRow>> {
  const [{ value }, rows] = await Promise.all([
    indicatorNow(projectId, id),
    indicatorRows(projectId, id),
  ]);
  return {
    title: label,
    rule: 'Attività svolte che contano per l’indicatore, dall’avvio del progetto.',
    columns: [
      {
        key: 'day',
        header: 'Giorno',
        cell: (row) => <span className="cf-num">{day(row.day)}</span>,
      },
      {
        key: 'kind',
        header: 'Che cosa',
        phone: 'title',
        cell: (row) => (
          <>
            <ActivityLink projectId={projectId} id={row.id}>
              {row.kindLabel}
            </ActivityLink>
            <small className="cf-second">
              {[row.workItemCode, row.organisation, row.place].filter(Boolean).join(' · ')}
            </small>
          </>
        ),
      },
      {
        key: 'amount',
        header: 'Valore',
        numeric: true,
        cell: (row) => shownValue(measure, row.amount),
      },
    ],
    rows: rows.items,
    rowKey: (row) => row.id,
    sum: shownValue(measure, value),
    count: rows.count,
  };
}
