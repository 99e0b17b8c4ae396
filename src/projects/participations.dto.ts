import {
  BooleanField,
  CupField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  LongTextField,
  ObjectField,
  QueryList,
  TextField,
} from '../kernel/fields.js';
import { PageClass, PageQuery } from '../kernel/page.js';
import { CountryField } from '../organisations/country-field.js';
import { organisationKinds, type OrganisationKind } from '../organisations/organisation.entity.js';
import { DeclaredSize } from '../organisations/organisations.dto.js';
import {
  participationRoles,
  vatRegimes,
  type ParticipationRole,
  type VatRegime,
} from './participation.entity.js';

const free = { optional: true, nullable: true } as const;

export class ParticipationView {
  @IdField() id: string;
  @IdField() organisationId: string;
  @TextField({ max: 300 }) organisationName: string;
  @TextField({ nullable: true }) organisationShortName: string | null;
  /** The body of which it is an office or a seat. */
  @TextField({ nullable: true, max: 300 }) organisationParentName: string | null;
  @EnumField(organisationKinds) organisationKind: OrganisationKind;
  @CountryField({ nullable: true }) country: string | null;
  @EnumField(participationRoles) role: ParticipationRole;
  /** Which sort of adherent it is, in the project's own words. */
  @TextField({ nullable: true }) category: string | null;
  @IdField({ nullable: true }) viaNetworkId: string | null;
  @TextField({ nullable: true, max: 300 }) viaNetworkName: string | null;
  /** What the body says of its own size when it is a network: never added to anything. */
  @ObjectField(() => DeclaredSize, { nullable: true }) declaredSize: DeclaredSize | null;
  @TextField({ nullable: true }) cup: string | null;
  @EnumField(vatRegimes, { nullable: true }) vatRegime: VatRegime | null;
  @LongTextField({ nullable: true }) note: string | null;
  @BooleanField() demonstration: boolean;
  @IntegerField() version: number;
}

export class ParticipationCount {
  @EnumField(participationRoles) role: ParticipationRole;
  @TextField({ nullable: true }) category: string | null;
  @IntegerField() participations: number;
  /** How many of them are invented. */
  @IntegerField() demonstration: number;
}

export class ParticipationPage extends PageClass(() => ParticipationView) {
  /** Of all that the caller may see here, whatever the filter and the page. */
  @ListField(() => ParticipationCount) counts: ParticipationCount[];
}

export class ParticipationFilter extends PageQuery {
  @QueryList(participationRoles) role?: ParticipationRole[];
  @QueryList('text') category?: string[];
  @TextField({ optional: true, max: 100 }) search?: string;
}

export class ChangeParticipation {
  @EnumField(participationRoles, { optional: true }) role?: ParticipationRole;
  @TextField(free) category?: string | null;
  @IdField(free) viaNetworkId?: string | null;
  @CupField(free) cup?: string | null;
  @EnumField(vatRegimes, free) vatRegime?: VatRegime | null;
  @LongTextField(free) note?: string | null;
}

export class AddParticipation extends ChangeParticipation {
  @IdField() organisationId: string;
  @EnumField(participationRoles) override role: ParticipationRole;
}

export class NetworkNode {
  @IdField() organisationId: string;
  @TextField({ max: 300 }) name: string;
  @TextField({ nullable: true }) shortName: string | null;
  @CountryField({ nullable: true }) country: string | null;
  /** Null: the body is no part of the project, but is tied to one that is. */
  @EnumField(participationRoles, { nullable: true }) role: ParticipationRole | null;
  @TextField({ nullable: true }) category: string | null;
  @ObjectField(() => DeclaredSize, { nullable: true }) declaredSize: DeclaredSize | null;
  @BooleanField() demonstration: boolean;
}

export class NetworkEdge {
  @IdField() from: string;
  @IdField() to: string;
  /** `member`: `from` is a member of `to`; `collaboration` has no direction. */
  @EnumField(['member', 'collaboration']) kind: 'member' | 'collaboration';
  @TextField({ nullable: true, max: 500 }) note: string | null;
}

/** The partnership as a drawing: the bodies and the ties between them. */
export class NetworkView {
  @ListField(() => NetworkNode) nodes: NetworkNode[];
  @ListField(() => NetworkEdge) edges: NetworkEdge[];
}
