import { UNIT_WORDS } from '../../../src/activities/activity-words.js';
import { count, decimal, hours, period } from '../frame/format.js';
import { StateChip } from '../frame/StateChip.js';
import { languageName } from '../frame/languages.js';
import type { Contract, ContractLine, PackageRow } from './contract-queries.js';

type Unit = PackageRow['unit'];

/** An amount in its unit: hours as '5:40', pages and pieces as numbers. */
export const amountIn = (unit: Unit, value: number): string =>
  unit === 'minutes' ? hours(value) : decimal(value);

/** The same with the unit said. */
export const withUnit = (unit: Unit, value: number): string =>
  `${amountIn(unit, value)} ${UNIT_WORDS[unit]}`;

export const CONTRACT_STATES: Record<Contract['state'], string> = {
  draft: 'in preparazione',
  active: 'attivo',
  closed: 'chiuso',
};

export const lineName = ({ kindLabel, language }: ContractLine): string =>
  language ? `${kindLabel}, ${languageName(language)}` : kindLabel;

/** How a line is billed, in words. */
export function termsOf({ unit, minimum, step }: ContractLine): string {
  const words = [
    minimum > step && `minimo ${withUnit(unit, minimum)}`,
    step > 1 &&
      `a scatti di ${unit === 'minutes' ? `${count(step)} minuti` : withUnit(unit, step)}`,
  ].filter(Boolean);
  return words.join(', ') || 'a consumo effettivo';
}

/** Said only where a line is not valid as long as its contract. */
export const validityOf = (line: ContractLine, contract: Contract): string | false =>
  (line.validFrom !== contract.validFrom || line.validTo !== contract.validTo) &&
  `vale ${period(line.validFrom, line.validTo)}`;

const ALERTS = {
  none: null,
  eighty: { word: 'oltre l’80 %', icon: 'warning-circle', tone: 'warn' },
  ninety_five: { word: 'oltre il 95 %', icon: 'warning-circle', tone: 'bad' },
  over: { word: 'superato', icon: 'error', tone: 'bad' },
} as const;

/** Nothing while there is room. */
export function AlertChip({ alert }: Pick<PackageRow, 'alert'>) {
  const chip = ALERTS[alert];
  return chip && <StateChip {...chip} title="Quanto del pacchetto è già preso" />;
}
