import {
  BooleanField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  TextField,
} from '../kernel/fields.js';
import { QueryList } from '../kernel/fields.js';
import { type SavedView, type ViewPage, viewPages } from './saved-view.entity.js';

const MOST = 2000;

export class AddView {
  @EnumField(viewPages) page: ViewPage;
  @TextField({ max: 80 }) name: string;
  @TextField({ min: 0, max: MOST }) address: string;
  /** Wanted to share it: its members see the view. */
  @IdField({ optional: true, nullable: true }) projectId?: string | null;
  @BooleanField({ optional: true }) shared?: boolean;
  @BooleanField({ optional: true }) opensFirst?: boolean;
}

export class ChangeView {
  @TextField({ optional: true, max: 80 }) name?: string;
  @TextField({ optional: true, min: 0, max: MOST }) address?: string;
  @BooleanField({ optional: true }) shared?: boolean;
  @BooleanField({ optional: true }) opensFirst?: boolean;
}

export class ViewFilter {
  @QueryList(viewPages) page?: ViewPage[];
}

export class SavedViewView {
  @IdField() id: string;
  @EnumField(viewPages) page: ViewPage;
  @TextField({ max: 80 }) name: string;
  @TextField({ max: MOST }) address: string;
  @IdField({ nullable: true }) projectId: string | null;
  @BooleanField() shared: boolean;
  @BooleanField() opensFirst: boolean;
  /** Whether the caller made it: only then it may be changed. */
  @BooleanField() own: boolean;
  @IntegerField() version: number;
}

export class ViewList {
  @ListField(() => SavedViewView) items: SavedViewView[];
}

export const toView = (view: SavedView, userId: string): SavedViewView => ({
  id: view.id,
  page: view.page,
  name: view.name,
  address: view.address,
  projectId: view.projectId,
  shared: view.shared,
  // How its maker opens the page is nobody else's business.
  opensFirst: view.opensFirst && view.userId === userId,
  own: view.userId === userId,
  version: view.version,
});
