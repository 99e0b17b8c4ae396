import {
  BooleanField,
  DayField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  LongTextField,
  TaxCodeField,
  TextField,
} from '../kernel/fields.js';

const nullableOptional = { optional: true, nullable: true } as const;

/** Who a recipient is; it leaves the program only to whom may see it and says why. */
export class IdentityInput {
  @TextField({ max: 100 }) surname: string;
  @TextField({ max: 100 }) name: string;
  @DayField(nullableOptional) birthDate?: string | null;
  @TaxCodeField(nullableOptional) taxCode?: string | null;
  @TextField({ ...nullableOptional, max: 200 }) contact?: string | null;
  /** Who answers for a minor. */
  @TextField({ ...nullableOptional, max: 200 }) guardian?: string | null;
  @TextField({ ...nullableOptional, max: 200 }) guardianContact?: string | null;
}

export interface Identity {
  surname: string;
  name: string;
  birthDate: string | null;
  taxCode: string | null;
  contact: string | null;
  guardian: string | null;
  guardianContact: string | null;
}

/** What is answered to a write: never what was written. */
export class IdentityKept {
  @IdField() recipientId: string;
  @TextField({ nullable: true }) initials: string | null;
  @IntegerField() version: number;
}

export class Purpose {
  @TextField({ min: 5, max: 300, description: 'Perché serve sapere chi è.' }) purpose: string;
}

export class IdentityView {
  @IdField() recipientId: string;
  @TextField() surname: string;
  @TextField() name: string;
  @DayField({ nullable: true }) birthDate: string | null;
  @TextField({ nullable: true }) taxCode: string | null;
  @TextField({ nullable: true }) contact: string | null;
  @TextField({ nullable: true }) guardian: string | null;
  @TextField({ nullable: true }) guardianContact: string | null;
  /** Of the code as it was read. */
  @IntegerField() version: number;
}

export const identityActs = ['insert', 'update', 'delete', 'read'] as const;

export class IdentityAccess {
  @InstantField() at: string;
  @TextField({ nullable: true }) actor: string | null;
  @EnumField(identityActs) action: (typeof identityActs)[number];
  /** Why it was read, or erased. */
  @TextField({ nullable: true, max: 500 }) reason: string | null;
}

export class IdentityState {
  /** Whether an identity is kept. */
  @BooleanField() kept: boolean;
  @DayField({ nullable: true }) erasedOn: string | null;
  @DayField({ nullable: true }) restrictedOn: string | null;
  @TextField({ nullable: true, max: 500 }) restrictedReason: string | null;
  @ListField(() => IdentityAccess) accesses: IdentityAccess[];
  /** Of the code: whoever writes its identity says which one it saw. */
  @IntegerField() version: number;
}

export class Erasure {
  /** `restrict`: kept, but read by nobody, while the law asks to keep it. */
  @EnumField(['erase', 'restrict', 'release']) how: 'erase' | 'restrict' | 'release';
  @TextField({ min: 5, max: 300 }) reason: string;
}

export class PersonExportTable {
  @TextField() table: string;
  /** Each row as JSON, column by column. */
  @ListField('text', { max: 100_000 }) rows: string[];
}

/** All that is kept of one person. */
export class PersonExport {
  @TextField() code: string;
  @InstantField() at: string;
  @ListField(() => IdentityView) identity: IdentityView[];
  @ListField(() => PersonExportTable) tables: PersonExportTable[];
}

export class RetentionInput {
  @DayField(nullableOptional) lastPaymentOn?: string | null;
  @IntegerField({ min: 1, max: 50 }) years: number;
  @BooleanField() legalHold: boolean;
  @LongTextField({ ...nullableOptional, max: 2000 }) note?: string | null;
}

export class RetentionView {
  @DayField({ nullable: true }) lastPaymentOn: string | null;
  @IntegerField() years: number;
  @BooleanField() legalHold: boolean;
  @LongTextField({ nullable: true, max: 2000 }) note: string | null;
  /** Null while the day of the last payment is not known: not configured. */
  @DayField({ nullable: true }) keepUntil: string | null;
  /** Identities that are kept for people of this project. */
  @IntegerField() identities: number;
  /** The date is past and no hold stands: somebody should confirm their erasure. */
  @BooleanField() due: boolean;
  /** 0 until somebody has set it. */
  @IntegerField() version: number;
}
