import { useMemo } from 'react';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { COLUMNS, plain, TYPED, type Typed } from './typed-columns.js';

/** What a column of the sheet or of the list is called: what can be typed, and what is only shown. */
export type Shown = Typed | 'state' | 'project';

export const headOf = (key: Shown): string =>
  key === 'state' ? 'Stato' : key === 'project' ? 'Progetto' : COLUMNS[key].header;

const RARE: readonly Shown[] = ['quantity', 'women', 'men', 'group'];

/** Which columns a view offers, and which of them it shows unless it is told otherwise. */
export interface Offer {
  offered: readonly Shown[];
  usual: readonly Shown[];
}

const PROJECT: readonly Shown[] = ['project'];

function listOf(project: readonly Shown[]): Offer {
  const first: Shown[] = ['day', 'kind', 'duration', 'state', ...project];
  const offered = [...first, ...TYPED.filter((key) => !first.includes(key))];
  const last: Shown[] = project.length > 0 ? [] : ['place'];
  return { offered, usual: [...first, 'workItem', 'partner', 'staff', ...last] };
}

function gridOf(project: readonly Shown[]): Offer {
  const offered = [...project, ...TYPED];
  return { offered, usual: offered.filter((key) => !RARE.includes(key)) };
}

/** Of one project its name says nothing. The list leads with what tells one row from the next. */
const OFFERS = {
  list: [listOf([]), listOf(PROJECT)],
  grid: [gridOf([]), gridOf(PROJECT)],
} as const;

export const offerOf = (view: keyof typeof OFFERS, oneProject: boolean): Offer =>
  OFFERS[view][oneProject ? 0 : 1];

/** The columns of a view, kept in the address: `colonne=giorno,tipo,ore`. */
export function useColumns({ offered, usual }: Offer) {
  const [address, setAddress] = useUrlValue('colonne');
  const shown = useMemo(() => {
    const asked = (address ?? '').split(',').map(plain);
    const found = offered.filter((key) => asked.includes(plain(headOf(key))));
    return found.length > 0 ? found : [...usual];
  }, [address, offered, usual]);
  const set = (keys: readonly Shown[]) => {
    const names = offered.filter((key) => keys.includes(key)).map((key) => plain(headOf(key)));
    const usualNames = offered
      .filter((key) => usual.includes(key))
      .map(headOf)
      .map(plain);
    setAddress(names.join() === usualNames.join() ? null : names.join(','));
  };
  return { shown, set };
}
