interface Page {
  items: unknown[];
  next: string | null;
}

type Load<Answer> = (after: string | undefined) => Promise<Answer>;

const MOST_ROWS = 2000;

/** All items of a list, for a field of choices or a sheet that is worked on whole. */
export async function everyPage<Answer extends Page>(load: Load<Answer>): Promise<Answer['items']> {
  return (await pagesUpTo(Infinity, load)).items;
}

/** The first page of the rows of a figure with those that follow it, two thousand at most: a `next` that stays says that there are more. */
export const firstRows = <Answer extends Page>(load: Load<Answer>): Promise<Answer> =>
  pagesUpTo(MOST_ROWS, load);

async function pagesUpTo<Answer extends Page>(most: number, load: Load<Answer>): Promise<Answer> {
  const first = await load(undefined);
  const items = [...first.items];
  let { next } = first;
  while (next !== null && items.length < most) {
    const page = await load(next);
    items.push(...page.items);
    next = page.next;
  }
  return { ...first, items, next };
}
