import { RuleBroken } from '../kernel/errors.js';
import { millionths, type Money } from '../kernel/money.js';

const WHOLE = 1_000_000n;

/** The sources of a project pay all of it: their rates sum to one, exactly. */
export function assertWholeFunding(rates: readonly string[]): void {
  const total = rates.reduce((sum, rate) => sum + millionths(rate), 0n);
  if (total !== WHOLE) {
    throw new RuleBroken(
      'funding.whole',
      `Le quote delle fonti devono sommare a 1 (ora ${Number(total) / 1_000_000}): correggi i tassi.`,
    );
  }
}

/** What each source pays of an amount: shares rounded, the last takes the remainder. */
export function fundedBy<S extends { id: string; rate: string }>(
  amount: Money,
  sources: readonly S[],
): { fundingSourceId: string; amount: Money }[] {
  if (sources.length === 0) {
    throw new RuleBroken(
      'funding.missing',
      'Il progetto non ha ancora fonti di finanziamento: impostale prima di scrivere il budget.',
    );
  }
  const shares = amount.splitSources(sources.map((source) => source.rate));
  return sources.map((source, index) => ({
    fundingSourceId: source.id,
    amount: shares[index] ?? amount.minus(amount),
  }));
}
