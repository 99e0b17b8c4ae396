import type { IsoDate } from '../kernel/dates.js';
import { STATELESS, UNKNOWN_COUNTRY } from './recipient.entity.js';

/** On screen: destinatario, da verificare, non target. */
export const targetStatuses = ['recipient', 'to_verify', 'not_target'] as const;
export type TargetStatus = (typeof targetStatuses)[number];

export interface UnionMember {
  country: string;
  fromDay: IsoDate;
  toDay: IsoDate | null;
}

/**
 * The list itself is the table `union_member`, each row with its source: for the six founders the Treaty of Rome, in force from
 * 1 January 1958; then the treaties of accession of 1972 (DK, IE, GB: 1973), 1979 (GR: 1981), 1985 (ES, PT: 1986), 1994 (AT, FI,
 * SE: 1995), 2003 (CY, CZ, EE, HU, LT, LV, MT, PL, SI, SK: 1 May 2004), 2005 (BG, RO: 2007) and 2011 (HR: 1 July 2013). The United
 * Kingdom left on 31 January 2020 and is treated as a member until 31 December 2020 (Withdrawal Agreement, articles 126 and 127).
 *
 * Third-country nationals are recipients, and so are the stateless (Reg. EU 516/2014, art. 2); citizens of a state that is
 * in the Union on that day sit in the same class and do not count; whose citizenship nobody knows is to be verified.
 */
export function targetStatus(
  citizenship: string,
  day: IsoDate,
  members: readonly UnionMember[],
): TargetStatus {
  if (citizenship === UNKNOWN_COUNTRY) return 'to_verify';
  if (citizenship === STATELESS) return 'recipient';
  const inside = members.some(
    ({ country, fromDay, toDay }) =>
      country === citizenship && fromDay <= day && (toDay === null || day <= toDay),
  );
  return inside ? 'not_target' : 'recipient';
}

/** The same rule as SQL: `citizenship` and `day` are expressions. */
export const targetStatusSql = (citizenship: string, day: string): string =>
  `CASE WHEN ${citizenship} = '${UNKNOWN_COUNTRY}' THEN 'to_verify'
    WHEN EXISTS (SELECT FROM union_member u WHERE u.country = ${citizenship} AND ${day} BETWEEN u.from_day AND coalesce(u.to_day, 'infinity'))
    THEN 'not_target' ELSE 'recipient' END`;
