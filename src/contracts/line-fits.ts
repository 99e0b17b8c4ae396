import type { IsoDate } from '../kernel/dates.js';
import { refusedBy } from '../platform/constraints.js';
import { WASTED_TRIP } from './billable.js';

/** What a line of a contract pays for. */
export interface Payable {
  kind: string;
  unit: string;
  language: string | null;
  validFrom: IsoDate;
  validTo: IsoDate;
  contractState: string;
}

/** A piece of work that asks to be paid by a line. */
export interface ToPay {
  kind: string | null;
  language: string | null;
  day: IsoDate;
  endsOn: IsoDate | null;
}

type Fits = (line: Payable, work: ToPay) => boolean;

/** The rules that the database holds lines to, by the names of its constraints. */
const RULES: readonly [string, Fits][] = [
  [
    'contract_line_kind',
    (line, { kind }) => kind === line.kind || (kind === WASTED_TRIP && line.unit === 'minutes'),
  ],
  [
    'contract_line_language',
    (line, { language }) => line.language === null || line.language === language,
  ],
  [
    'contract_line_validity',
    ({ validFrom, validTo }, { day, endsOn }) => day >= validFrom && (endsOn ?? day) <= validTo,
  ],
  ['contract_not_active', ({ contractState }) => contractState === 'active'],
];

/** Those of the lines that pay for a work. Throws the problem of the rule that leaves none. */
export function payingLines<L extends Payable>(lines: readonly L[], work: ToPay): readonly L[] {
  return RULES.reduce((left, [rule, fits]) => {
    const next = left.filter((line) => fits(line, work));
    if (next.length === 0) throw refusedBy(rule, 'contractLineId');
    return next;
  }, lines);
}
