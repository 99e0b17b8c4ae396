import { field } from '../kernel/checks.js';
import {
  BooleanField,
  DayField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  TextField,
} from '../kernel/fields.js';
import { PageClass, PageQuery } from '../kernel/page.js';
import {
  ageBands,
  genders,
  proofs,
  recipientFlags,
  type AgeBand,
  type Gender,
  type Proof,
  type RecipientFlag,
} from './recipient.entity.js';
import { targetStatuses, type TargetStatus } from './target-status.js';

const CITIZENSHIP = '^([A-Z]{2}|stateless)$';
const nullableOptional = { optional: true, nullable: true } as const;
export const noticeReaders = ['person', 'guardian'] as const;
export type NoticeReader = (typeof noticeReaders)[number];

/** ISO code of a country, 'XX' when it is not known, 'stateless'. */
const CitizenshipField = (options: { optional?: true } = {}): PropertyDecorator =>
  field(
    'citizenship',
    (value) =>
      typeof value === 'string' && new RegExp(CITIZENSHIP).test(value)
        ? null
        : 'Serve il codice di un Paese, per esempio MA; XX se non è nota.',
    { type: 'string', pattern: CITIZENSHIP, example: 'MA' },
    options,
  );

class RecipientFacts {
  @TextField({ ...nullableOptional, max: 6 }) initials?: string | null;
  @IntegerField({ ...nullableOptional, min: 1900, max: 2100 }) birthYear?: number | null;
  /** Only when the year is not known. */
  @EnumField(ageBands, nullableOptional) ageBand?: AgeBand | null;
  @EnumField(genders, nullableOptional) gender?: Gender | null;
  @CitizenshipField({ optional: true }) citizenship?: string;
  @EnumField(proofs, nullableOptional) citizenshipProof?: Proof | null;
  @ListField(recipientFlags, { optional: true, max: 5 }) flags?: RecipientFlag[];
  @DayField(nullableOptional) noticeOn?: string | null;
  @EnumField(noticeReaders, nullableOptional) noticeTo?: NoticeReader | null;
}

export class NewRecipient extends RecipientFacts {
  /** The partner that takes the person in charge. */
  @IdField(nullableOptional) participationId?: string | null;
  /** Today when it is left out. */
  @DayField({ optional: true }) takenOn?: string;
}

export class ChangeRecipient extends RecipientFacts {}

/** Somebody whom another project or partner knows already, by the code. */
export class TakeInCharge {
  @TextField({ max: 20 }) code: string;
  @IdField(nullableOptional) participationId?: string | null;
}

export class RecipientFilter extends PageQuery {
  /** A code, or its beginning; initials. */
  @TextField({ optional: true, max: 20 }) text?: string;
  @IdField({ optional: true }) courseId?: string;
  @IdField({ optional: true }) participationId?: string;
  @EnumField(targetStatuses, { optional: true }) target?: TargetStatus;
}

export class RecipientView {
  @IdField() id: string;
  @TextField() code: string;
  /** The code that stands for the same person, when this one was merged into it. */
  @TextField({ nullable: true }) mergedInto: string | null;
  @TextField({ nullable: true }) initials: string | null;
  @IntegerField({ nullable: true }) birthYear: number | null;
  @EnumField(ageBands, { nullable: true }) ageBand: AgeBand | null;
  @EnumField(genders, { nullable: true }) gender: Gender | null;
  @CitizenshipField() citizenship: string;
  @EnumField(proofs, { nullable: true }) citizenshipProof: Proof | null;
  /** Today. */
  @EnumField(targetStatuses) target: TargetStatus;
  @ListField(recipientFlags) flags: RecipientFlag[];
  @IdField({ nullable: true }) participationId: string | null;
  @TextField({ nullable: true }) partnerName: string | null;
  @DayField() takenOn: string;
  @DayField({ nullable: true }) noticeOn: string | null;
  @EnumField(noticeReaders, { nullable: true }) noticeTo: NoticeReader | null;
  /** Courses of this project. */
  @ListField('text') courses: string[];
  @BooleanField() demonstration: boolean;
  @IntegerField() version: number;
}

export class RecipientPage extends PageClass(() => RecipientView) {}
