import { EmailField } from '../kernel/code-fields.js';
import {
  BooleanField,
  DayField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  TextField,
} from '../kernel/fields.js';
import { AskedMediation } from './request.dto.js';

export class NewRequestLink {
  @IdField() organisationId: string;
  /** For which its requests are, unless they name another. */
  @IdField({ optional: true, nullable: true }) territoryId?: string | null;
}

export class RequestLinkView {
  @IdField() id: string;
  @IdField() organisationId: string;
  @TextField({ max: 300 }) organisationName: string;
  @IdField({ nullable: true }) territoryId: string | null;
  @TextField({ nullable: true }) territoryName: string | null;
  @InstantField() createdAt: string;
  @InstantField({ nullable: true }) revokedAt: string | null;
  /** Requests that came in by it. */
  @IntegerField() requests: number;
  @BooleanField() demonstration: boolean;
}

export class RequestLinkList {
  @ListField(() => RequestLinkView) items: RequestLinkView[];
}

/** The address is told once; a repeated request is answered without it. */
export class CreatedRequestLink extends RequestLinkView {
  @TextField({ nullable: true, max: 500 }) address: string | null;
}

/** For whom the form is that a link opens. */
export class RequestForm {
  @TextField() projectTitle: string;
  @TextField({ max: 300 }) organisationName: string;
  @DayField() today: string;
}

/** What the body itself asks for, by its link. */
export class AskByLink extends AskedMediation {
  @TextField({ max: 200 }) token: string;
  @EmailField() askedByEmail: string;
}

/** Nothing more than what the body has just told us, and the number under which we talk about it. */
export class AskedByLink {
  @IntegerField() number: number;
  @DayField() wantedDay: string;
}
