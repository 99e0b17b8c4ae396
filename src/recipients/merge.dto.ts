import {
  DayField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  TextField,
} from '../kernel/fields.js';

/** Why two codes are probably one person. */
export const likenesses = ['tax_code', 'name_and_birth', 'name'] as const;

export class Duplicate {
  @IdField() oneId: string;
  @TextField() one: string;
  @IdField() otherId: string;
  @TextField() other: string;
  @EnumField(likenesses) why: (typeof likenesses)[number];
}

export class DuplicateList {
  @ListField(() => Duplicate) items: Duplicate[];
}

export class MergeInput {
  /** The code that stays for both. */
  @IdField() keptId: string;
  @IdField() goneId: string;
  @TextField({ min: 5, max: 300 }) reason: string;
}

export class UndoMerge {
  @TextField({ min: 5, max: 300 }) reason: string;
}

export class NotTheSame {
  @IdField() oneId: string;
  @IdField() otherId: string;
}

export class MergeView {
  @IdField() id: string;
  @IdField() keptId: string;
  @TextField() kept: string;
  @IdField() goneId: string;
  @TextField() gone: string;
  @TextField({ max: 300 }) reason: string;
  @InstantField() at: string;
  @TextField({ nullable: true }) actor: string | null;
  @DayField({ nullable: true }) undoneOn: string | null;
  @TextField({ nullable: true, max: 300 }) undoneReason: string | null;
  @IntegerField() version: number;
}

export class MergeList {
  @ListField(() => MergeView) items: MergeView[];
}
