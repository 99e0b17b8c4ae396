import { useMemo } from 'react';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { COLUMNS, plain, TYPED, type Typed } from './typed-columns.js';

const USUAL: Typed[] = TYPED.filter((key) => !['quantity', 'women', 'men', 'group'].includes(key));

/** The columns of the sheet, kept in the address: `colonne=giorno,tipo,ore`. */
export function useColumns(): [Typed[], (keys: Typed[]) => void] {
  const [address, setAddress] = useUrlValue('colonne');
  const shown = useMemo(() => {
    const asked = (address ?? '').split(',').map(plain);
    const found = TYPED.filter((key) => asked.includes(plain(COLUMNS[key].header)));
    return found.length > 0 ? found : USUAL;
  }, [address]);
  const set = (keys: Typed[]) =>
    setAddress(keys.map((key) => plain(COLUMNS[key].header)).join(',') || null);
  return [shown, set];
}
