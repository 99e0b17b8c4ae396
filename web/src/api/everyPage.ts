interface Page<Item> {
  items: Item[];
  next: string | null;
}

const MOST_PAGES = 10;

/** All items of a list that is short by nature, such as the partners of a project, for a field of choices. */
export async function everyPage<Item>(
  load: (after: string | undefined) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { items: some, next } = await load(after);
    items.push(...some);
    if (next === null) break;
    after = next;
  }
  return items;
}
