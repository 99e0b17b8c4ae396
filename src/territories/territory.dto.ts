import {
  BooleanField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  TextField,
} from '../kernel/fields.js';
import { type Territory, type TerritoryKind, territoryKinds } from './territory.entity.js';

export class AddTerritory {
  @EnumField(territoryKinds) kind: TerritoryKind;
  @TextField({ max: 120 }) name: string;
  @IdField({ optional: true, nullable: true }) provinceId?: string | null;
}

export class ChangeTerritory {
  @EnumField(territoryKinds, { optional: true }) kind?: TerritoryKind;
  @TextField({ optional: true, max: 120 }) name?: string;
  @IdField({ optional: true, nullable: true }) provinceId?: string | null;
}

export class TerritoryView {
  @IdField() id: string;
  @EnumField(territoryKinds) kind: TerritoryKind;
  @TextField({ max: 120 }) name: string;
  @IdField({ nullable: true }) provinceId: string | null;
  @BooleanField() demonstration: boolean;
  @IntegerField() version: number;
}

export class TerritoryList {
  @ListField(() => TerritoryView) items: TerritoryView[];
}

export const toTerritoryView = ({
  id,
  kind,
  name,
  provinceId,
  demonstration,
  version,
}: Territory): TerritoryView => ({ id, kind, name, provinceId, demonstration, version });
