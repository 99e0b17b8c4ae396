import { LanguageField } from '../kernel/code-fields.js';
import {
  BooleanField,
  DayField,
  EnumField,
  InstantField,
  IntegerField,
  MinutesField,
  TextField,
  TimeField,
} from '../kernel/fields.js';
import { type ConfirmationAnswer, confirmationAnswers } from './link.entity.js';

/** The secret of a link, never in an address that a server writes down. */
export class LinkToken {
  @TextField({ max: 200 }) token: string;
}

/** The address is told once; a repeated request is answered without it. */
export class ConfirmationLink {
  @TextField({ nullable: true, max: 500 }) address: string | null;
  @InstantField() expiresAt: string;
  /** To whom it went by mail. */
  @TextField({ nullable: true }) sentTo: string | null;
}

/** What the body is asked to confirm. */
export class HoursToConfirm {
  @TextField() projectTitle: string;
  @TextField({ max: 300 }) organisationName: string;
  @IntegerField() number: number;
  @DayField() day: string;
  @TimeField({ nullable: true }) startTime: string | null;
  @MinutesField() minutes: number;
  @BooleanField() wasted: boolean;
  @LanguageField() language: string;
  @TextField({ nullable: true }) mediatorName: string | null;
  /** What was answered already. */
  @EnumField(confirmationAnswers, { nullable: true }) answer: ConfirmationAnswer | null;
}

export class AnswerHours extends LinkToken {
  @EnumField(confirmationAnswers) answer: ConfirmationAnswer;
  /** What is wrong with the hours: needed to contest them. */
  @TextField({ optional: true, nullable: true, max: 500 }) reason?: string | null;
}
