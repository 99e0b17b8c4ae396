import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

interface Page<Row> {
  items: Row[];
  next: string | null;
}

/** A keyset-paged list: `load(after)` asks one page; rows are appended page by page. */
export function usePages<Row>(
  queryKey: readonly unknown[],
  load: (after: string | undefined) => Promise<Page<Row>>,
) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items), [query.data]);
  return {
    rows,
    error: query.error,
    retry: () => void query.refetch(),
    stale: query.isPlaceholderData,
    more: query.hasNextPage
      ? { load: () => void query.fetchNextPage(), loading: query.isFetchingNextPage }
      : undefined,
  };
}
