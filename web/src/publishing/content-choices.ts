import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.js';

/** 'scuola, famiglie' → ['scuola', 'famiglie'] */
export const listed = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

export const territoriesQuery = queryOptions({
  queryKey: ['territories', 'choices'],
  queryFn: async () => {
    const { items } = await dataOf(api.GET('/api/v1/territories', {}));
    return items.map(({ id, name, kind }) => ({ value: id, label: name, hint: KINDS[kind] ?? '' }));
  },
  staleTime: 60_000,
});

const KINDS: Record<string, string> = { municipality: 'comune', province: 'provincia' };
