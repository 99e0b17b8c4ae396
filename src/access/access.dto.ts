import {
  BooleanField,
  DayField,
  EmailField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '../kernel/fields.js';
import { MAX_PASSWORD, MIN_PASSWORD } from './passwords.js';
import { roles, type Role } from './permissions.js';

export class SignIn {
  @EmailField() email: string;
  @TextField({ max: MAX_PASSWORD }) password: string;
}

export class FirstAccess {
  @TextField({ max: 100 }) token: string;
  @TextField({ min: MIN_PASSWORD, max: MAX_PASSWORD }) password: string;
}

export class SessionView {
  /** For programs; a browser keeps the cookie instead. */
  @TextField() token: string;
}

export class OwnUser {
  @IdField() id: string;
  @TextField() name: string;
  @EmailField() email: string;
  @IdField({ nullable: true }) personId: string | null;
  @BooleanField() systemAdmin: boolean;
}

export class OwnProject {
  @IdField() id: string;
  @TextField() slug: string;
  @TextField() title: string;
  @TextField({ nullable: true }) acronym: string | null;
  @ListField('text') roles: string[];
  @ListField('text') permissions: string[];
  @ListField('text') participationIds: string[];
}

export class DemonstrationNotice {
  @DayField() today: string;
  @TextField() note: string;
}

export class Me {
  @ObjectField(() => OwnUser) user: OwnUser;
  @DayField() today: string;
  @ObjectField(() => DemonstrationNotice, { nullable: true })
  demonstration: DemonstrationNotice | null;
  @ListField(() => OwnProject) projects: OwnProject[];
  /** What the caller may do in at least one project or for the institute. */
  @ListField('text') permissions: string[];
}

/** One place where the caller is signed in. */
export class OwnSession {
  @IdField() id: string;
  /** 'Firefox su Windows'; null when the program did not say. */
  @TextField({ nullable: true }) device: string | null;
  @InstantField() createdAt: string;
  @InstantField() lastSeenAt: string;
  /** The one that asks. */
  @BooleanField() current: boolean;
}

export class OwnSessionList {
  @ListField(() => OwnSession) items: OwnSession[];
}

export class NewToken {
  @TextField({ max: 80 }) name: string;
  @BooleanField() readOnly: boolean;
  /** The one project that the token reaches; all of the user's when absent. */
  @IdField({ optional: true, nullable: true }) projectId?: string | null;
  /** Days until it expires. */
  @IntegerField({ min: 1, max: 366 }) days: number;
}

export class TokenView {
  @IdField() id: string;
  @TextField() name: string;
  @BooleanField() readOnly: boolean;
  @IdField({ nullable: true }) projectId: string | null;
  @InstantField() createdAt: string;
  @InstantField() lastSeenAt: string;
  @InstantField() expiresAt: string;
}

export class CreatedToken extends TokenView {
  /** Shown once: null when the request was a repetition. */
  @TextField({ nullable: true }) token: string | null;
}

export class MembershipView {
  @IdField() id: string;
  @IdField() projectId: string;
  @TextField() projectTitle: string;
  @EnumField(roles) role: Role;
  @IdField({ nullable: true }) participationId: string | null;
  @TextField({ nullable: true }) participationName: string | null;
}

export class UserView {
  @IdField() id: string;
  @TextField() name: string;
  @EmailField() email: string;
  @BooleanField() systemAdmin: boolean;
  @IdField({ nullable: true }) personId: string | null;
  @InstantField({ nullable: true }) disabledAt: string | null;
  @BooleanField() demonstration: boolean;
  @IntegerField() version: number;
  @ListField(() => MembershipView) memberships: MembershipView[];
}

export class UserList {
  @ListField(() => UserView) items: UserView[];
}

export class TokenList {
  @ListField(() => TokenView) items: TokenView[];
}

export class NewUser {
  @EmailField() email: string;
  @TextField({ max: 120 }) name: string;
  @BooleanField({ optional: true }) systemAdmin?: boolean;
}

export class UserChange {
  @TextField({ max: 120, optional: true }) name?: string;
  @BooleanField({ optional: true }) disabled?: boolean;
  @BooleanField({ optional: true }) systemAdmin?: boolean;
}

export class NewMembership {
  @IdField() projectId: string;
  @EnumField(roles) role: Role;
  @IdField({ optional: true, nullable: true }) participationId?: string | null;
}

export class OneTimeLink {
  /** Shown once: null when the request was a repetition. */
  @TextField({ nullable: true }) address: string | null;
  @InstantField() expiresAt: string;
}
