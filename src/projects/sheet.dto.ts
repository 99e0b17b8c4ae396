import {
  EnumField,
  IdField,
  IntegerField,
  ListField,
  LongTextField,
  ObjectField,
  PartialDateField,
  TextField,
  UrlField,
} from '../kernel/fields.js';
import { CountryField } from '../organisations/country-field.js';
import { objectiveKinds, type ObjectiveKind } from './objective.entity.js';
import { relationKinds, type RelationKind } from './sheet.entity.js';

export class LeadView {
  @IdField() organisationId: string;
  @TextField({ max: 300 }) name: string;
}

export class ProgrammeStep {
  @IdField() id: string;
  @TextField() kind: string;
  @TextField() code: string;
  @TextField({ max: 300 }) label: string;
}

export class CallName {
  @IdField() id: string;
  @TextField({ nullable: true }) code: string | null;
  @TextField({ max: 300 }) title: string;
}

/** Where the project stands: fund, programme, the steps of its tree from the top, call. */
export class FundPosition {
  @IdField() id: string;
  @TextField() code: string;
  @TextField({ max: 300 }) name: string;
  @LongTextField({ nullable: true }) note: string | null;
  @TextField({ nullable: true, max: 300 }) programmeName: string | null;
  @TextField({ nullable: true }) programmeYears: string | null;
  @ListField(() => ProgrammeStep) steps: ProgrammeStep[];
  @ObjectField(() => CallName, { nullable: true }) call: CallName | null;
}

export class PlaceView {
  @CountryField() country: string;
  @TextField({ nullable: true }) region: string | null;
  @TextField({ nullable: true }) province: string | null;
}

export class CommunityView {
  @TextField() label: string;
  @CountryField({ nullable: true }) country: string | null;
}

export class ProjectCodeView {
  @TextField() scheme: string;
  @TextField() code: string;
}

/** A tie with another project; `projectId` is null when the caller has no access to it. */
export class RelationView {
  @EnumField(relationKinds) kind: RelationKind;
  /** `out`: this project does it to the other; `in`: the other does it to this one. */
  @EnumField(['out', 'in']) direction: 'out' | 'in';
  @IdField({ nullable: true }) projectId: string | null;
  @TextField({ max: 400 }) title: string;
  @LongTextField({ nullable: true }) note: string | null;
}

/** What this project does to another: what is given takes the place of what the caller sees. */
export class RelationTie {
  @EnumField(relationKinds) kind: RelationKind;
  @IdField() projectId: string;
  @LongTextField({ optional: true, nullable: true, max: 1000 }) note?: string | null;
}

export class FeedSite {
  @TextField() siteName: string;
  @UrlField({ optional: true, nullable: true }) siteUrl?: string | null;
  @LongTextField({ optional: true, nullable: true, max: 1000 }) note?: string | null;
}

export class FeedView {
  @TextField() siteName: string;
  @TextField({ nullable: true, max: 2000 }) siteUrl: string | null;
  @LongTextField({ nullable: true }) note: string | null;
}

export class ObjectiveRow {
  @IdField() id: string;
  @IdField({ nullable: true }) parentId: string | null;
  @TextField({ nullable: true }) code: string | null;
  @EnumField(objectiveKinds) kind: ObjectiveKind;
  @LongTextField() text: string;
  @IntegerField() version: number;
}

export class TeamMemberView {
  @IdField() id: string;
  @IdField() personId: string;
  @TextField() name: string;
  /** Null when the source gives the name alone. */
  @TextField({ nullable: true }) function: string | null;
  @PartialDateField({ nullable: true }) fromDay: string | null;
  @PartialDateField({ nullable: true }) toDay: string | null;
  @IntegerField() version: number;
}

export class TeamList {
  @ListField(() => TeamMemberView) items: TeamMemberView[];
  /** Always null: a team stands on one page. */
  @TextField({ nullable: true }) next: string | null;
}

/** Whoever leaves stays in the list with the last day: what was done then is still theirs. */
export class ChangeTeamMember {
  @TextField({ optional: true, nullable: true }) function?: string | null;
  @PartialDateField({ optional: true, nullable: true }) fromDay?: string | null;
  @PartialDateField({ optional: true, nullable: true }) toDay?: string | null;
}

export class AddTeamMember extends ChangeTeamMember {
  @IdField() personId: string;
}
