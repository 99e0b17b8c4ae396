import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf, editHeaders, keyHeader } from '../api/client.js';
import type { Schemas, QueryOf } from '../api/client.js';

export type CalendarItem = Schemas['CalendarItem'];
export type Scope = Schemas['MoveActivity']['scope'];
export type PlannedDay = Schemas['PlannedDay'];
export type Conflict = Schemas['ConflictView'];

export type CalendarQuery = QueryOf<'/api/v1/calendar'>;

/** Beside the lists of activities, so that whatever changes them asks for it anew. */
export const calendarQuery = (query: CalendarQuery) =>
  queryOptions({
    queryKey: ['activities', 'calendar', query],
    queryFn: () => dataOf(api.GET('/api/v1/calendar', { params: { query } })),
    placeholderData: keepPreviousData,
  });

export type Wanted = QueryOf<'/api/v1/projects/{projectId}/planned-days'> & { projectId: string };

/** The days that are being planned, with holidays and whoever is taken. */
export const plannedDaysQuery = ({ projectId, ...query }: Wanted) =>
  queryOptions({
    queryKey: ['activities', 'planned-days', projectId, query],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/projects/{projectId}/planned-days', {
          params: { path: { projectId }, query },
        }),
      ),
    retry: false,
  });

type Which = Pick<CalendarItem, 'id' | 'projectId'>;
const at = ({ projectId, id }: Which) => ({ projectId, activityId: id });

/** What is in the way of a move, on each day on which something is. */
export const inTheWayQuery = (
  item: Which,
  query: QueryOf<'/api/v1/projects/{projectId}/activities/{activityId}/move'>,
) =>
  queryOptions({
    queryKey: ['activities', 'in-the-way', item.id, query],
    queryFn: async () => {
      const { items } = await dataOf(
        api.GET('/api/v1/projects/{projectId}/activities/{activityId}/move', {
          params: { path: at(item), query },
        }),
      );
      return items.filter(({ holiday, conflicts }) => holiday !== null || conflicts.length > 0);
    },
    retry: false,
  });

type Versioned = Which & Pick<CalendarItem, 'version'>;

export const moveActivity = (item: Versioned, body: Schemas['MoveActivity'], key?: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/activities/{activityId}/move', {
      params: { path: at(item) },
      headers: editHeaders(item.version, key),
      body,
    }),
  );

export const cancelSeries = (item: Versioned, body: Schemas['CancelSeries']) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/activities/{activityId}/cancel-series', {
      params: { path: at(item) },
      headers: editHeaders(item.version),
      body,
    }),
  );

export const planSeries = (projectId: string, body: Schemas['PlanSeries'], key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/activity-series', {
      params: { path: { projectId } },
      headers: keyHeader(key),
      body,
    }),
  );

export const addressesQuery = queryOptions({
  queryKey: ['calendar-addresses'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/me/calendars'))).items,
});

export const addAddress = (body: Schemas['NewCalendarAddress'], key: string) =>
  dataOf(api.POST('/api/v1/me/calendars', { headers: keyHeader(key), body }));

export const revokeAddress = (calendarId: string) =>
  api.DELETE('/api/v1/me/calendars/{calendarId}', { params: { path: { calendarId } } });

/** The capitals of Piemonte's provinces, each with its patron saint's day. */
export const PATRONS = [
  'torino',
  'alessandria',
  'asti',
  'biella',
  'cuneo',
  'novara',
  'verbania',
  'vercelli',
] as const;
export type Patron = (typeof PATRONS)[number];

export const PATRON_CHOICES = PATRONS.map((value) => ({
  value,
  label: value[0]!.toUpperCase() + value.slice(1),
}));
