import {
  BooleanField,
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
import { CountryField } from './country-field.js';
import { organisationKinds, type OrganisationKind } from './organisation.entity.js';

const free = { optional: true, nullable: true } as const;

/** A size that a network declares: shown with its source, never added to another. */
export class DeclaredSize {
  @IntegerField({ min: 1 }) size: number;
  @PartialDateField({ nullable: true }) countedOn: string | null;
  @TextField({ max: 300 }) source: string;
}

export class OrganisationRow {
  @IdField() id: string;
  @TextField({ max: 300 }) name: string;
  @TextField({ nullable: true }) shortName: string | null;
  @EnumField(organisationKinds) kind: OrganisationKind;
  @IdField({ nullable: true }) parentId: string | null;
  @TextField({ nullable: true, max: 300 }) parentName: string | null;
  @CountryField({ nullable: true }) country: string | null;
  @TextField({ nullable: true }) region: string | null;
  @TextField({ nullable: true }) place: string | null;
  @TextField({ nullable: true, max: 2000 }) website: string | null;
  @ListField('text') aliases: string[];
  /** The latest that it has declared, when it is a network. */
  @ObjectField(() => DeclaredSize, { nullable: true }) declaredSize: DeclaredSize | null;
  @BooleanField() demonstration: boolean;
  @IntegerField() version: number;
}

export class OrganisationPage extends PageClass(() => OrganisationRow) {}

export class OrganisationFilter extends PageQuery {
  @TextField({ optional: true, max: 100 }) search?: string;
  @QueryList(organisationKinds) kind?: OrganisationKind[];
  @CountryField({ optional: true }) country?: string;
}

/** Another body, and what is said of the tie with it. */
export class TiedOrganisation {
  @IdField() organisationId: string;
  @TextField({ max: 300 }) name: string;
  @TextField({ nullable: true, max: 500 }) note: string | null;
}

export class ProjectRole {
  @IdField() participationId: string;
  @IdField() projectId: string;
  @TextField({ max: 300 }) projectTitle: string;
  @TextField() role: string;
  @TextField({ nullable: true }) category: string | null;
  @BooleanField() demonstration: boolean;
}

/** The whole sheet of a body; `participations` are those that the caller may see. */
export class OrganisationView extends OrganisationRow {
  @LongTextField({ nullable: true }) note: string | null;
  @ListField(() => TiedOrganisation) units: TiedOrganisation[];
  @ListField(() => TiedOrganisation) networks: TiedOrganisation[];
  @ListField(() => TiedOrganisation) members: TiedOrganisation[];
  @ListField(() => DeclaredSize) declaredSizes: DeclaredSize[];
  @ListField(() => TiedOrganisation) collaborations: TiedOrganisation[];
  @ListField(() => ProjectRole) participations: ProjectRole[];
}

export class NetworkTie {
  @IdField() networkId: string;
  @TextField({ ...free, max: 500 }) note?: string | null;
}

export class CollaborationTie {
  @IdField() organisationId: string;
  @TextField({ ...free, max: 500 }) note?: string | null;
}

/** What may be changed of a body: what is left out stays, a list that is given takes the place of the old one. */
export class ChangeOrganisation {
  @TextField({ optional: true, max: 300 }) name?: string;
  @TextField(free) shortName?: string | null;
  @EnumField(organisationKinds, { optional: true }) kind?: OrganisationKind;
  @IdField(free) parentId?: string | null;
  @CountryField(free) country?: string | null;
  @TextField(free) region?: string | null;
  @TextField(free) place?: string | null;
  @UrlField(free) website?: string | null;
  @LongTextField(free) note?: string | null;
  @ListField('text', { optional: true, max: 50 }) aliases?: string[];
  @ListField(() => NetworkTie, { optional: true, max: 50 }) networks?: NetworkTie[];
  @ListField(() => DeclaredSize, { optional: true, max: 50 }) declaredSizes?: DeclaredSize[];
  @ListField(() => CollaborationTie, { optional: true, max: 100 })
  collaborations?: CollaborationTie[];
}

export class AddOrganisation extends ChangeOrganisation {
  @TextField({ max: 300 }) override name: string;
  @EnumField(organisationKinds) override kind: OrganisationKind;
}
