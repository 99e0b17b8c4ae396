import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import type { ActivityQuery } from '../activities/activity-queries.js';

export type Pivot = Schemas['PivotView'];
export type Measure = Pivot['measure'];

export const SIDES = {
  territorio: { value: 'territory', label: 'Territorio' },
  lingua: { value: 'language', label: 'Lingua' },
  tipo: { value: 'kind', label: 'Tipo' },
  partner: { value: 'partner', label: 'Partner' },
  mese: { value: 'month', label: 'Mese' },
  progetto: { value: 'project', label: 'Progetto' },
  azione: { value: 'workItem', label: 'Azione' },
} as const;
export type Side = keyof typeof SIDES;

export const MEASURES = {
  ore: { value: 'hours', label: 'Ore' },
  attivita: { value: 'activities', label: 'Attività' },
  presenti: { value: 'heads', label: 'Presenti contati' },
  presenze: { value: 'presences', label: 'Presenze nominative' },
  persone: { value: 'people', label: 'Persone' },
} as const;
export type MeasureName = keyof typeof MEASURES;

/** What each measure counts, in one sentence. */
export const RULES: Record<Measure, string> = {
  hours: 'Ore delle attività svolte e confermate.',
  activities: 'Attività svolte e confermate.',
  heads: 'Presenti contati sul posto, senza nome: chi viene due volte conta due volte.',
  presences: 'Presenze di persone con un codice: chi viene due volte conta due volte.',
  people: 'Persone con un codice, ciascuna una volta: i totali non sono la somma delle caselle.',
};

export interface PivotAsked extends ActivityQuery {
  rows: (typeof SIDES)[Side]['value'];
  columns?: (typeof SIDES)[Side]['value'];
  measure: Measure;
}

export const pivotQuery = (query: PivotAsked) =>
  queryOptions({
    queryKey: ['activities', 'pivot', query],
    queryFn: () => dataOf(api.GET('/api/v1/pivot', { params: { query } })),
    placeholderData: keepPreviousData,
  });

export function pivotAddress(query: PivotAsked, format: string): string {
  const params = new URLSearchParams({ format });
  for (const [name, value] of Object.entries(query))
    for (const one of [value].flat()) if (one) params.append(name, String(one));
  return `/api/v1/pivot/export?${params}`;
}
