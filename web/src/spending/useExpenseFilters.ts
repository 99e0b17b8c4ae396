import { useMemo } from 'react';
import { useUrlFilters } from '../frame/useUrlFilters.js';
import type { Block, ExpenseFilter } from './spending-queries.js';
import { BLOCKS } from './words.js';

const NAMES = [
  'partner',
  'voce',
  'azione',
  'riga',
  'segno',
  'stato',
  'dal',
  'al',
  'testo',
] as const;

const STATES: Record<string, ExpenseFilter['state']> = { annullate: 'cancelled', tutte: 'all' };

/** What the filter of marks means for the API: a reason, any reason, or none. */
function ofMark(mark: string): Pick<ExpenseFilter, 'claimable' | 'block'> {
  if (mark === 'si') return { claimable: true };
  if (mark === 'no') return { claimable: false };
  return mark in BLOCKS ? { block: mark as Block } : {};
}

/** The filters of the address, and the same as a query of the API. */
export function useExpenseFilters() {
  const bar = useUrlFilters(NAMES);
  const { filters } = bar;
  const query = useMemo<ExpenseFilter>(() => {
    const state = STATES[filters.stato];
    const all = {
      participationId: filters.partner,
      categoryId: filters.voce,
      workItemId: filters.azione,
      budgetLineId: filters.riga,
      from: filters.dal,
      to: filters.al,
      q: filters.testo,
    };
    const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
    return { ...given, ...ofMark(filters.segno), ...(state && { state }) };
  }, [filters]);
  return { ...bar, query };
}
