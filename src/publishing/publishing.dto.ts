import { LanguageField } from '../kernel/code-fields.js';
import {
  BooleanField,
  DayField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  LongTextField,
  QueryList,
  TextField,
  UrlField,
} from '../kernel/fields.js';
import { PageClass, PageQuery } from '../kernel/page.js';
import { contentStates, type ContentState } from './content.entity.js';

const free = { optional: true, nullable: true } as const;
const nullable = { nullable: true } as const;

export class ChangeContent {
  @IdField({ optional: true }) workItemId?: string;
  @TextField({ optional: true, max: 300 }) title?: string;
  @UrlField({ optional: true }) url?: string;
  @LongTextField({ ...free, max: 4000 }) summary?: string | null;
  @ListField('text', { optional: true, max: 20 }) themes?: string[];
  @IdField(free) territoryId?: string | null;
  /** ISO 639 codes. */
  @ListField('language', { optional: true, min: 1, max: 30 }) languages?: string[];
}

export class AddContent extends ChangeContent {
  @IdField() override workItemId: string;
  @TextField({ max: 300 }) override title: string;
  @UrlField() override url: string;
}

export class PublishContent {
  /** The day on which it came out: today when it is left out, never one to come. */
  @DayField({ optional: true }) publishedOn?: string;
}

export class WithdrawContent {
  @TextField({ max: 500 }) reason: string;
}

export class ContentView {
  @IdField() id: string;
  @IdField() projectId: string;
  @IdField() workItemId: string;
  @TextField({ max: 300 }) title: string;
  @TextField({ max: 2000 }) url: string;
  @LongTextField(nullable) summary: string | null;
  @ListField('text') themes: string[];
  @IdField(nullable) territoryId: string | null;
  @TextField(nullable) territoryName: string | null;
  @ListField('text') languages: string[];
  @EnumField(contentStates) state: ContentState;
  @DayField(nullable) publishedOn: string | null;
  @TextField({ ...nullable, max: 500 }) withdrawReason: string | null;
  /** The activity by which it counts. */
  @IdField(nullable) activityId: string | null;
  /** Titles of the open feeds in which it stands. */
  @ListField('text') feeds: string[];
  @BooleanField() demonstration: boolean;
  @IntegerField() version: number;
}

export class ContentPage extends PageClass(() => ContentView) {}

export class ContentFilter extends PageQuery {
  @QueryList(contentStates) state?: ContentState[];
  @QueryList('text') theme?: string[];
}

export class ChangeContentFeed {
  @TextField({ optional: true, max: 200 }) title?: string;
  @LongTextField({ ...free, max: 2000 }) description?: string | null;
  @TextField(free) theme?: string | null;
  @IdField(free) territoryId?: string | null;
  @LanguageField(free) language?: string | null;
  @ListField('text', { optional: true, max: 50 }) sites?: string[];
  /** Further projects whose contents stand in it: only those where the caller may publish are added or taken out. */
  @ListField('id', { optional: true, max: 50 }) projectIds?: string[];
  /** A closed feed is not found any more. */
  @BooleanField({ optional: true }) open?: boolean;
}

export class AddContentFeed extends ChangeContentFeed {
  @TextField({ max: 200 }) override title: string;
}

export class FeedProjectView {
  @IdField() id: string;
  @TextField({ max: 400 }) name: string;
}

export class ContentFeedView {
  @IdField() id: string;
  @TextField() slug: string;
  @TextField() title: string;
  @LongTextField(nullable) description: string | null;
  @TextField(nullable) theme: string | null;
  @IdField(nullable) territoryId: string | null;
  @TextField(nullable) territoryName: string | null;
  @LanguageField(nullable) language: string | null;
  @ListField('text') sites: string[];
  @BooleanField() open: boolean;
  /** Contents that stand in it. */
  @IntegerField() contents: number;
  /** Of the projects whose contents it takes, its own first, those that the caller reaches. */
  @ListField(() => FeedProjectView) projects: FeedProjectView[];
  /** How many more there are. */
  @IntegerField() otherProjects: number;
  @TextField({ max: 500 }) rss: string;
  @TextField({ max: 500 }) atom: string;
  @BooleanField() demonstration: boolean;
  @IntegerField() version: number;
}

export class ContentFeedList {
  @ListField(() => ContentFeedView) items: ContentFeedView[];
  /** Always null: a project's feeds stand on one page. */
  @TextField(nullable) next: string | null;
}

export class PublicSheetView {
  @BooleanField() shown: boolean;
  @TextField({ max: 500 }) address: string;
}

export class ShowPublicSheet {
  @BooleanField() shown: boolean;
}
