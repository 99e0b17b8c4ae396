import {
  BooleanField,
  CupField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  LongTextField,
  ObjectField,
  PartialDateField,
  QueryList,
  TextField,
  UrlField,
} from '../kernel/fields.js';
import { PageClass, PageQuery } from '../kernel/page.js';
import { projectStates, type ProjectState } from './project.entity.js';
import { projectFunctions, type FunctionName } from './sheet.entity.js';
import {
  CommunityView,
  FeedSite,
  FeedView,
  FundPosition,
  LeadView,
  ObjectiveRow,
  PlaceView,
  ProjectCodeView,
  RelationTie,
  RelationView,
  TeamMemberView,
} from './sheet.dto.js';

const free = { optional: true, nullable: true } as const;

/** A project in the list: what tells it from the others. */
export class ProjectRow {
  @IdField() id: string;
  @TextField() slug: string;
  @TextField({ max: 400 }) title: string;
  @TextField({ nullable: true }) acronym: string | null;
  @EnumField(projectStates) state: ProjectState;
  @PartialDateField({ nullable: true }) starts: string | null;
  @PartialDateField({ nullable: true }) ends: string | null;
  @TextField({ nullable: true }) executionYears: string | null;
  @TextField({ nullable: true }) fundCode: string | null;
  @ObjectField(() => LeadView, { nullable: true }) lead: LeadView | null;
  @ListField('text') areas: string[];
  @BooleanField() functionsKnown: boolean;
  @ListField(projectFunctions) functions: FunctionName[];
  /** The project itself is invented. */
  @BooleanField() demonstration: boolean;
  /** It is real, but holds invented rows beside the real ones. */
  @BooleanField() holdsDemonstration: boolean;
  @ListField('text') roles: string[];
  @IntegerField() version: number;
}

export class ProjectPage extends PageClass(() => ProjectRow) {}

export class ProjectFilter extends PageQuery {
  @TextField({ optional: true, max: 100 }) search?: string;
  @QueryList(projectStates) state?: ProjectState[];
}

/** The whole sheet. What nobody knows is null; `functionsKnown: false` is "non noto", an empty list is "nessuna". */
export class ProjectView extends ProjectRow {
  @LongTextField({ nullable: true }) summary: string | null;
  @LongTextField({ nullable: true }) aims: string | null;
  @ListField('text') aliases: string[];
  @ObjectField(() => FundPosition, { nullable: true }) fund: FundPosition | null;
  @IntegerField({ nullable: true }) submittedYear: number | null;
  @TextField({ nullable: true }) annuality: string | null;
  @TextField({ nullable: true }) cup: string | null;
  @TextField({ nullable: true, max: 2000 }) website: string | null;
  @LongTextField({ nullable: true }) functionsNote: string | null;
  @LongTextField({ nullable: true }) source: string | null;
  @ListField(() => PlaceView) places: PlaceView[];
  @ListField(() => CommunityView) communities: CommunityView[];
  @ListField(() => ProjectCodeView) codes: ProjectCodeView[];
  @ListField(() => RelationView) relations: RelationView[];
  @ListField(() => FeedView) feeds: FeedView[];
  @ListField(() => ObjectiveRow) objectives: ObjectiveRow[];
  @ListField(() => TeamMemberView) team: TeamMemberView[];
  /** What the caller may do here. */
  @ListField('text') permissions: string[];
}

/** What may be changed of a project: what is left out stays, a list that is given takes the place of the old one. */
export class ChangeProject {
  @TextField({ optional: true, max: 400 }) title?: string;
  @TextField(free) acronym?: string | null;
  @LongTextField(free) summary?: string | null;
  @LongTextField(free) aims?: string | null;
  @EnumField(projectStates, { optional: true }) state?: ProjectState;
  @PartialDateField(free) starts?: string | null;
  @PartialDateField(free) ends?: string | null;
  @TextField(free) executionYears?: string | null;
  @IdField(free) fundId?: string | null;
  @IdField(free) programmeNodeId?: string | null;
  @IdField(free) callId?: string | null;
  @IntegerField({ ...free, min: 1950, max: 2100 }) submittedYear?: number | null;
  @TextField(free) annuality?: string | null;
  @CupField(free) cup?: string | null;
  @UrlField(free) website?: string | null;
  /** Null: nobody knows them. */
  @ListField(projectFunctions, { ...free, max: 20 }) functions?: FunctionName[] | null;
  @LongTextField(free) functionsNote?: string | null;
  @ListField(() => PlaceView, { optional: true, max: 100 }) places?: PlaceView[];
  @ListField('text', { optional: true, max: 50 }) areas?: string[];
  @ListField('text', { optional: true, max: 20 }) aliases?: string[];
  @ListField(() => CommunityView, { optional: true, max: 100 }) communities?: CommunityView[];
  @ListField(() => ProjectCodeView, { optional: true, max: 50 }) codes?: ProjectCodeView[];
  @ListField(() => FeedSite, { optional: true, max: 50 }) feeds?: FeedSite[];
  @ListField(() => RelationTie, { optional: true, max: 50 }) relations?: RelationTie[];
}

export class AddProject extends ChangeProject {
  @TextField({ max: 400 }) override title: string;
}
