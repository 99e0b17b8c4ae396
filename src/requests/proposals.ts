import type { Availability, Proposal, ProposedLine } from './mediator.dto.js';

export interface Slot {
  weekday: number;
  fromTime: string;
  toTime: string;
}

/** When somebody is needed: weekday 1 is Monday, times are 'HH:MM'. */
export interface Needed {
  weekday: number;
  start: string;
  end: string;
}

/** Whether one of the usual times covers what is needed; nobody knows where none is told. */
export function availabilityOf(
  slots: readonly Slot[],
  { weekday, start, end }: Needed,
): Availability {
  if (slots.length === 0) return 'unknown';
  const covers = (slot: Slot) =>
    slot.weekday === weekday && slot.fromTime <= start && end <= slot.toTime;
  return slots.some(covers) ? 'yes' : 'no';
}

const AVAILABLE: Record<Availability, number> = { yes: 2, unknown: 1, no: 0 };

/** Who is free comes first, then whose hours are paid for, then who usually can come; equals by name. */
export function ranked(proposals: readonly Proposal[]): Proposal[] {
  const rank = ({ free, available, lines }: Proposal): number =>
    Number(free) * 8 + Number(lines.some(({ enough }) => enough)) * 4 + AVAILABLE[available];
  return proposals
    .map((proposal) => ({ ...proposal, lines: byRoom(proposal.lines) }))
    .sort((a, b) => rank(b) - rank(a) || a.name.localeCompare(b.name, 'it'));
}

const byRoom = (lines: readonly ProposedLine[]): ProposedLine[] =>
  [...lines].sort((a, b) => b.residual - a.residual || a.label.localeCompare(b.label, 'it'));
