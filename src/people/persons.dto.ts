import { BooleanField, IdField, IntegerField, TextField } from '../kernel/fields.js';
import { PageClass, PageQuery } from '../kernel/page.js';

export class PersonView {
  @IdField() id: string;
  @TextField() name: string;
  @IdField({ nullable: true }) organisationId: string | null;
  @TextField({ nullable: true, max: 300 }) organisationName: string | null;
  @BooleanField() demonstration: boolean;
  @IntegerField() version: number;
}

export class PersonPage extends PageClass(() => PersonView) {}

export class PersonFilter extends PageQuery {
  @TextField({ optional: true, max: 100 }) search?: string;
}

export class AddPerson {
  @TextField({ max: 120 }) name: string;
  @IdField({ optional: true, nullable: true }) organisationId?: string | null;
}

export class ChangePerson {
  @TextField({ optional: true, max: 120 }) name?: string;
  @IdField({ optional: true, nullable: true }) organisationId?: string | null;
}
