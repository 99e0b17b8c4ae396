import type { Answer, Body } from '../../support/client.js';
import type { Log } from './log.js';

/** How to read a list, a count, a sum or an export. */
export interface Reading {
  /** Which rows it is made of. */
  rows: keyof Log;
  /** The names of its filters for a project and for a partner, if it has them. */
  project?: string;
  partner?: string;
  /** Ids that the answer shows, or how many rows it counts; several figures must all be right. */
  read: (answer: Answer) => { ids: string[] } | { counts: number[] };
}

const ofItems = ({ body }: Answer) => ({ ids: body.items.map((item: { id: string }) => item.id) });
const ofFile = ({ text }: Answer) => ({
  ids: text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [],
});
const FILTERS = { project: 'projectId', partner: 'participationId' };
const ONE_ACTIVITY = 60;
const ONE_EXPENSE = 10;
const total = (rows: Body[], name: string): number =>
  rows.reduce((sum, row) => sum + Number(row[name]), 0);

export const readings: Record<string, Reading> = {
  'GET /projects': { rows: 'project', read: ofItems },
  'GET /calendar': { rows: 'activity', ...FILTERS, read: ofItems },
  'GET /projects/{projectId}/gantt': {
    rows: 'activity',
    read: ({ body }) => ({
      counts: [total(body.items, 'activities'), total(body.items, 'minutes') / ONE_ACTIVITY],
    }),
  },
  'GET /activities': { rows: 'activity', ...FILTERS, read: ofItems },
  'GET /activities/totals': {
    rows: 'activity',
    ...FILTERS,
    read: ({ body }) => ({ counts: [body.activities, body.minutes / ONE_ACTIVITY] }),
  },
  'GET /activities/export.csv': {
    rows: 'activity',
    ...FILTERS,
    read: ofFile,
  },
  'GET /pivot': {
    rows: 'activity',
    ...FILTERS,
    read: ({ body }) => ({
      counts: [
        body.total / ONE_ACTIVITY,
        body.rowTotals.reduce((a: number, b: number) => a + b, 0) / ONE_ACTIVITY,
      ],
    }),
  },
  'GET /hours': {
    rows: 'activity',
    project: 'projectId',
    read: ({ body }) => {
      const months: Body[] = body.items.flatMap((row: Body) => row.months);
      return { counts: [total(months, 'activities'), total(months, 'minutes') / ONE_ACTIVITY] };
    },
  },
  'GET /mediation-requests': { rows: 'request', ...FILTERS, read: ofItems },
  'GET /mediation-requests/figures': {
    rows: 'request',
    ...FILTERS,
    read: ({ body }) => ({
      counts: [
        body.requests,
        total(body.byState, 'requests'),
        total(body.byLanguage, 'requests'),
        total(body.byTerritory, 'requests'),
        total(body.answers, 'requests'),
      ],
    }),
  },
  'GET /projects/{projectId}/meetings': { rows: 'meeting', read: ofItems },
  'GET /tasks': { rows: 'task', project: 'projectId', read: ofItems },
  'GET /projects/{projectId}/participations': { rows: 'participation', read: ofItems },
  'GET /projects/{projectId}/documents': { rows: 'document', read: ofItems },
  'GET /projects/{projectId}/cost-documents': {
    rows: 'costDocument',
    partner: 'participationId',
    read: ofItems,
  },
  'GET /projects/{projectId}/expenses': {
    rows: 'expense',
    partner: 'participationId',
    read: ofItems,
  },
  'GET /projects/{projectId}/expenses/export.csv': {
    rows: 'expense',
    partner: 'participationId',
    read: ofFile,
  },
  'GET /projects/{projectId}/expenses/totals': {
    rows: 'expense',
    partner: 'participationId',
    read: ({ body }) => ({ counts: [body.expenses, Number(body.amount) / ONE_EXPENSE] }),
  },
  'GET /projects/{projectId}/budget': {
    rows: 'line',
    read: ({ body }) => ({
      counts: [
        body.lines.length,
        body.byParticipation.length,
        Number(body.total.spent) / ONE_EXPENSE,
        total(body.byMonth, 'spent') / ONE_EXPENSE,
        total(body.bySource, 'spent') / ONE_EXPENSE,
        total(body.byCategory, 'spent') / ONE_EXPENSE,
      ],
    }),
  },
  'GET /projects/{projectId}/budget-versions': {
    rows: 'line',
    read: ({ body }) => ({ counts: body.items.map(({ lines }: { lines: number }) => lines) }),
  },
  'GET /projects/{projectId}/indicators': {
    rows: 'activity',
    read: ({ body }) => ({ counts: body.items.map(({ value }: { value: number }) => value) }),
  },
  'GET /projects/{projectId}/indicators/{indicatorId}/rows': { rows: 'activity', read: ofItems },
  'GET /projects/{projectId}/reports': { rows: 'report', read: ofItems },
  'GET /projects/{projectId}/budget-choices': {
    rows: 'participation',
    read: ({ body }) => ({ ids: body.participations.map(({ id }: { id: string }) => id) }),
  },
};
