import { addDays, type IsoDate } from '../kernel/dates.js';
import { Money } from '../kernel/money.js';
import { type DemoLine, demoLines } from './demo-budget-lines.js';
import { demoPartners } from './demo-partners.js';
import { Random } from './random.js';

const FIRST_DAY = '2018-10-15';
const DAYS = 396;
const LAST_PAYMENT = '2019-11-18';
const BEFORE_THE_PROJECT = '2017-12-14';
/** Of the right form, and plainly nobody's. */
const CUP = 'X00X00000000000';
const SEED = 20181015;

export interface DemoShare {
  /** Index in `demoLines`. */
  line: number;
  amount: Money;
  paidOn: IsoDate | null;
}

export interface DemoDocument {
  partner: string;
  kind: 'payslip' | 'expense_claim' | 'fee_note' | 'invoice';
  issuer: string;
  number: string;
  issuedOn: IsoDate;
  eligible: Money;
  cup: string | null;
  shares: DemoShare[];
}

/** Three hundred expenses on some 270 documents, by day, the same at each load; a few of each kind of trouble. */
export function demoDocuments(): DemoDocument[] {
  const random = new Random(SEED);
  const documents = demoLines.flatMap((line, index) => {
    const carrier = demoLines.findIndex((other) => carries(other, line));
    return carrier === -1 ? documentsOf(line, index, random) : [];
  });
  demoLines.forEach((line, index) => {
    const carrier = demoLines.findIndex((other) => carries(other, line));
    if (carrier !== -1)
      share(
        line,
        index,
        documents.filter((document) => document.shares[0]?.line === carrier),
        random,
      );
  });
  documents.sort((a, b) => a.issuedOn.localeCompare(b.issuedOn));
  numbered(documents);
  return documents;
}

/** One payslip pays a mediator's hours on call and in the community. */
const carries = (carrier: DemoLine, line: DemoLine): boolean =>
  carrier.partner === line.partner &&
  carrier.description === 'Mediazione a chiamata' &&
  line.description === 'Mediazione di comunità';

function documentsOf(line: DemoLine, index: number, random: Random): DemoDocument[] {
  return amountsOf(line, random).map((amount, place) => {
    const day = addDays(FIRST_DAY, Math.floor(((place + random.next()) * DAYS) / line.expenses));
    const early = line.category === 'B' && line.partner === demoLines[0]?.partner && place < 2;
    const issuedOn = early ? addDays(BEFORE_THE_PROJECT, place) : day;
    return {
      partner: line.partner,
      kind: kindOf(line.category),
      issuer: line.issuer ?? issuerOf(line.partner),
      number: '',
      issuedOn,
      eligible: random.chance(0.06) ? amount.plus(amount.share('0.2')) : amount,
      cup: random.chance(0.04) ? null : CUP,
      shares: [{ line: index, amount, paidOn: paymentOf(issuedOn, random) }],
    };
  });
}

/** Shares of a line on every so many of another line's documents. */
function share(line: DemoLine, index: number, documents: DemoDocument[], random: Random): void {
  amountsOf(line, random).forEach((amount, place) => {
    const document = documents[Math.floor((place * documents.length) / line.expenses)];
    if (!document) return;
    document.eligible = document.eligible.plus(amount);
    document.shares.push({ line: index, amount, paidOn: document.shares[0]?.paidOn ?? null });
  });
}

function amountsOf({ planned, used, expenses }: DemoLine, random: Random): Money[] {
  const weights = Array.from({ length: expenses }, () => random.between(70, 130));
  return Money.of(planned)
    .share((used / 100).toFixed(2))
    .splitBy(weights);
}

function paymentOf(issuedOn: IsoDate, random: Random): IsoDate | null {
  const paidOn = addDays(issuedOn, random.between(12, 45));
  return paidOn > LAST_PAYMENT || random.chance(0.02) ? null : paidOn;
}

const kindOf = (category: string): DemoDocument['kind'] => {
  if (category === 'A') return 'payslip';
  if (category === 'B') return 'expense_claim';
  return category.startsWith('G') ? 'fee_note' : 'invoice';
};

const issuerOf = (partner: string): string =>
  demoPartners.find(({ key }) => key === partner)?.name ?? 'Ufficio paghe dimostrativo';

function numbered(documents: DemoDocument[]): void {
  const last = new Map<string, number>();
  for (const document of documents) {
    const year = document.issuedOn.slice(0, 4);
    const series = `${document.issuer} ${year}`;
    const number = (last.get(series) ?? 0) + 1;
    last.set(series, number);
    document.number = `${number}/${year}`;
  }
}
