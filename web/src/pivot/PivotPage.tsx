import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { ActivityFilters } from '../activities/ActivityFilters.js';
import { useMay } from '../api/session.js';
import { ActivityTabs } from '../activities/ActivityTabs.js';
import { SavedViews } from '../activities/SavedViews.js';
import { useViewName } from '../activities/useViewName.js';
import { useActivityFilters } from '../activities/useActivityFilters.js';
import { EmptyState, Failed } from '../frame/EmptyState.js';
import { FilterSelect } from '../frame/filter-fields.js';
import { Icon } from '../frame/Icon.js';
import { PageHeader } from '../frame/PageHeader.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { Loading } from '../frame/Loading.js';
import { MEASURES, pivotAddress, pivotQuery, RULES, SIDES } from './pivot-queries.js';
import type { MeasureName, PivotAsked, Side } from './pivot-queries.js';
import { PivotTable } from './PivotTable.js';
import { valueWords } from './pivot-words.js';

const PivotChart = lazy(() => import('./PivotChart.js'));

/** What was done, counted by two of its sides: «quante ore ad Asti?» in one look. */
export default function PivotPage() {
  const bar = useActivityFilters();
  const { query, choose } = usePivotAsked(bar.query);
  const suggested = usePivotName(query, useViewName(bar));
  const { data, error, refetch } = useQuery(pivotQuery(query));
  return (
    <div className="cf-page">
      <PageHeader
        title="Pivot"
        state={
          data
            ? `${valueWords(data.measure, data.total)} in tutto. ${RULES[data.measure]}`
            : '\u00a0'
        }
        action={
          <>
            <SavedViews page="pivot" projectId={bar.project?.id ?? null} suggested={suggested} />
            {(['xlsx', 'ods', 'csv'] as const).map((format) => (
              <a
                key={format}
                className="btn btn-outline-primary"
                href={pivotAddress(query, format)}
                download
              >
                <Icon name="download" />
                {format.toUpperCase()}
              </a>
            ))}
          </>
        }
      />
      <ActivityTabs />
      <section className="cf-filters is-open" aria-label="Righe, colonne e misura">
        <div className="cf-filters-fields">{choose}</div>
      </section>
      <ActivityFilters bar={bar} />
      {error && !data && <Failed error={error} retry={() => void refetch()} />}
      {data?.rows.length === 0 && (
        <EmptyState
          title="Nulla da contare con questi filtri"
          text="Allarga il periodo o togli un filtro."
        />
      )}
      {data && data.rows.length > 0 && (
        <>
          <Suspense fallback={<Loading card />}>
            <PivotChart pivot={data} side={query.rows} />
          </Suspense>
          <PivotTable pivot={data} rows={query.rows} columns={query.columns} />
        </>
      )}
    </div>
  );
}

/** 'Ore per territorio e mese: Laboratorio L2'. */
function usePivotName({ rows, columns, measure }: PivotAsked, filters: string): string {
  const name = (words: Record<string, { value: string; label: string }>, value?: string) =>
    Object.values(words).find((one) => one.value === value)?.label ?? '';
  const sides = [name(SIDES, rows), name(SIDES, columns)].filter(Boolean).join(' e ').toLowerCase();
  return [`${name(MEASURES, measure)} per ${sides}`, filters].filter(Boolean).join(': ');
}

/** Measures of people, for who may count them. */
const OF_PEOPLE: string[] = ['presenze', 'persone'] satisfies MeasureName[];

const optionsOf = (words: Record<string, { label: string }>) =>
  Object.entries(words).map(([value, { label }]) => ({ value, label }));

/** Rows, columns and measure of the address, over the filters of the list. */
function usePivotAsked(filters: PivotAsked | object) {
  const may = useMay();
  const [rows, setRows] = useUrlValue('righe');
  const [columns, setColumns] = useUrlValue('colonne');
  const [measure, setMeasure] = useUrlValue('misura');
  const across = SIDES[(columns ?? '') as Side];
  const query: PivotAsked = {
    ...filters,
    rows: (SIDES[(rows ?? '') as Side] ?? SIDES.territorio).value,
    measure: (MEASURES[(measure ?? '') as MeasureName] ?? MEASURES.ore).value,
    ...(across && { columns: across.value }),
  };
  const choose = (
    <>
      <FilterSelect
        label="Misura"
        value={measure ?? ''}
        set={(value) => setMeasure(value || null)}
        all="Ore"
        options={optionsOf(MEASURES).filter(
          ({ value }) => value !== 'ore' && (may('people.count') || !OF_PEOPLE.includes(value)),
        )}
      />
      <FilterSelect
        label="Righe"
        value={rows ?? ''}
        set={(value) => setRows(value || null)}
        all="Territorio"
        options={optionsOf(SIDES).filter(({ value }) => value !== 'territorio')}
      />
      <FilterSelect
        label="Colonne"
        value={columns ?? ''}
        set={(value) => setColumns(value || null)}
        all="Nessuna"
        options={optionsOf(SIDES)}
      />
    </>
  );
  return { query, choose };
}
