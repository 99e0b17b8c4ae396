import { EmailField } from '../kernel/code-fields.js';
import {
  BooleanField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  TextField,
  TimeField,
} from '../kernel/fields.js';

/** When a mediator usually can come; weekday 1 is Monday. */
export class SlotInput {
  @IntegerField({ min: 1, max: 7 }) weekday: number;
  @TimeField() fromTime: string;
  @TimeField() toTime: string;
}

export class MediatorInput {
  /** ISO 639 codes. */
  @ListField('text', { max: 30 }) languages: string[];
  @EmailField({ optional: true, nullable: true }) email?: string | null;
  /** None: not known. */
  @ListField(() => SlotInput, { max: 50 }) slots: SlotInput[];
}

export class MediatorView {
  @IdField() personId: string;
  @TextField() name: string;
  @TextField({ nullable: true, max: 300 }) organisationName: string | null;
  @ListField('text') languages: string[];
  @EmailField({ nullable: true }) email: string | null;
  @ListField(() => SlotInput) slots: SlotInput[];
  @BooleanField() demonstration: boolean;
}

export class MediatorList {
  @ListField(() => MediatorView) items: MediatorView[];
}

export const availabilities = ['yes', 'no', 'unknown'] as const;
export type Availability = (typeof availabilities)[number];

/** A line that could pay for the work. */
export class ProposedLine {
  @IdField() contractLineId: string;
  @TextField({ max: 500 }) label: string;
  /** Minutes left to the body that asks. */
  @IntegerField({ min: Number.MIN_SAFE_INTEGER }) residual: number;
  @BooleanField() enough: boolean;
}

export class Proposal {
  @IdField() personId: string;
  @TextField() name: string;
  @TextField({ nullable: true, max: 300 }) organisationName: string | null;
  /** Nothing else stands in the mediator's calendar at that time. */
  @BooleanField() free: boolean;
  /** Whether the mediator usually can come at that time. */
  @EnumField(availabilities) available: Availability;
  /** The best first. */
  @ListField(() => ProposedLine) lines: ProposedLine[];
}

export class ProposalList {
  @ListField(() => Proposal) items: Proposal[];
}
