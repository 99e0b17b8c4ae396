const WORDS = ['gen–mar', 'apr–giu', 'lug–set', 'ott–dic'];
const YEARS = 3;

/** The quarters of this year and the two before it, the newest first: '2019-1' is January to March. */
export function quarterChoices(today: string): { value: string; label: string }[] {
  const year = Number(today.slice(0, 4));
  return Array.from({ length: YEARS }, (_, back) => year - back).flatMap((one) =>
    WORDS.map((words, index) => ({
      value: `${one}-${index + 1}`,
      label: `${words} ${one}`,
    })).toReversed(),
  );
}

/** Both days of a quarter; null for what is none. */
export function quarterSpan(value: string): { from: string; to: string } | null {
  const found = /^(\d{4})-([1-4])$/.exec(value);
  if (!found) return null;
  const last = Number(found[2]) * 3;
  const [from, to] = [last - 2, last].map((month) => String(month).padStart(2, '0'));
  const days = last === 6 || last === 9 ? 30 : 31;
  return { from: `${found[1]}-${from}-01`, to: `${found[1]}-${to}-${days}` };
}
