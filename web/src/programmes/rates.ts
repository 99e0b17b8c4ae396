/** What was typed as per cent, '7' or '12,5', as a rate: '0.07', '0.125'. */
export function rateOf(percent: string): string | null {
  const text = percent.trim().replace('%', '').trim();
  if (text === '') return null;
  const [whole = '', part = ''] = text.replace(',', '.').split('.');
  const digits = whole.padStart(3, '0');
  return `${Number(digits.slice(0, -2))}.${digits.slice(-2)}${part}`;
}

/** '0.070000' → '7', for a field that is edited. */
export function percentOf(rate: string | null): string {
  if (rate === null) return '';
  const [whole = '0', part = ''] = rate.split('.');
  const decimals = part.padEnd(6, '0');
  const rest = decimals.slice(2).replace(/0+$/, '');
  return `${Number(whole + decimals.slice(0, 2))}${rest ? `,${rest}` : ''}`;
}

export const checkPercent = (text: string): true | string =>
  (/^\d{1,3}([.,]\d{1,4})?\s*%?$/.test(text.trim()) && Number.parseFloat(text) <= 100) ||
  'Scrivi una percentuale fino a 100, per esempio 7 o 12,5';
