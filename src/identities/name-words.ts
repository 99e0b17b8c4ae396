/** The words of a name in any order, without accents, case and marks: "D'Àmico Li  Wei" → ["amico", "d", "li", "wei"]. */
export function nameWords(surname: string, name: string): string[] {
  const plain = `${surname} ${name}`
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[øœæßłđı]/g, (sign) => PLAIN[sign] ?? sign);
  return [...new Set(plain.split(/[^\p{Letter}]+/u).filter(Boolean))].sort();
}

const PLAIN: Record<string, string> = {
  ø: 'o',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/** How a word sounds in spite of how it was transliterated: "Mohammed", "Muhamad" → "mmd". */
export function soundOf(word: string): string {
  const written = word
    .replace(/ph/g, 'f')
    .replace(/(sh|ch|sc)/g, 's')
    .replace(/[kq]/g, 'c')
    .replace(/[yj]/g, 'i')
    .replace(/w/g, 'v')
    .replace(/h/g, '');
  return (written.slice(0, 1) + written.slice(1).replace(/[aeiou]/g, '')).replace(/(.)\1+/g, '$1');
}

/** A birth day in which day and month may have been swapped: '2009-03-07' and '2009-07-03' → '2009 03 07'. */
export const birthSign = (day: string): string => {
  const [year, ...rest] = day.split('-');
  return [year, ...rest.sort()].join(' ');
};
