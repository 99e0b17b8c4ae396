const pad = (text: string): string => text.padStart(2, '0');

/** What was typed, '2018', '5/2018' or '15/5/2018', as '2018', '2018-05' or '2018-05-15'; null when it is none of them. */
export function parsePartial(typed: string): string | null {
  const text = typed.trim();
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return text;
  const found = /^(?:(\d{1,2})[/.])?(?:(\d{1,2})[/.])?(\d{4})$/.exec(text);
  if (!found) return null;
  const [, first, second, year] = found;
  return [year, second ?? first, second && first]
    .filter((part) => part !== undefined)
    .map((part) => pad(part))
    .join('-');
}

export const checkPartial = (typed: string): true | string =>
  parsePartial(typed) !== null || 'Scrivi un anno, un mese o un giorno: 2018, 5/2018, 15/5/2018';

/** '2018-05-15' → '15/5/2018', for a field that is edited. */
export const typedPartial = (value: string | null): string =>
  value === null
    ? ''
    : value
        .split('-')
        .reverse()
        .map((part) => part.replace(/^0/, ''))
        .join('/');
