import { BooleanField, EnumField, IntegerField, ListField, TextField } from '../kernel/fields.js';
import { type ActivityKind, type Unit, units } from './activity-kind.entity.js';

const asked = { optional: true } as const;

export class AddKind {
  @TextField({ max: 80 }) label: string;
  /** What it is counted in, for good: the hours of what was logged do not become pages. */
  @EnumField(units) unit: Unit;
  @BooleanField(asked) needsStaff?: boolean;
  @BooleanField(asked) needsLanguage?: boolean;
  @BooleanField(asked) needsBodies?: boolean;
  @BooleanField(asked) needsTerritory?: boolean;
  @BooleanField(asked) needsGroup?: boolean;
  @BooleanField(asked) takesRegister?: boolean;
}

export class ChangeKind {
  @TextField({ optional: true, max: 80 }) label?: string;
  @BooleanField(asked) needsStaff?: boolean;
  @BooleanField(asked) needsLanguage?: boolean;
  @BooleanField(asked) needsBodies?: boolean;
  @BooleanField(asked) needsTerritory?: boolean;
  @BooleanField(asked) needsGroup?: boolean;
  @BooleanField(asked) takesRegister?: boolean;
}

export class KindView {
  @TextField() code: string;
  @TextField() label: string;
  @EnumField(units) unit: Unit;
  @BooleanField() needsStaff: boolean;
  @BooleanField() needsLanguage: boolean;
  @BooleanField() needsBodies: boolean;
  @BooleanField() needsTerritory: boolean;
  @BooleanField() needsGroup: boolean;
  @BooleanField() takesRegister: boolean;
  @IntegerField() version: number;
}

export class KindList {
  @ListField(() => KindView) items: KindView[];
}

export const toKindView = (kind: ActivityKind): KindView => ({
  code: kind.code,
  label: kind.label,
  unit: kind.unit,
  needsStaff: kind.needsStaff,
  needsLanguage: kind.needsLanguage,
  needsBodies: kind.needsBodies,
  needsTerritory: kind.needsTerritory,
  needsGroup: kind.needsGroup,
  takesRegister: kind.takesRegister,
  version: kind.version,
});
