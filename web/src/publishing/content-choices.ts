/** 'scuola, famiglie' → ['scuola', 'famiglie'] */
export const listed = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
