import type { OrganisationKind } from '../organisations/organisation.entity.js';
import type { NodeKind } from '../programmes/programme.entity.js';
import type { ObjectiveKind } from '../projects/objective.entity.js';
import type { ParticipationRole } from '../projects/participation.entity.js';
import type { ProjectState } from '../projects/project.entity.js';
import type { FunctionName, RelationKind } from '../projects/sheet.entity.js';
import type { DeliverableKind } from '../work-plan/deliverable.entity.js';
import type { WorkItemKind } from '../work-plan/work-item.entity.js';

/** Facts as data: what is left out is unknown, and stays so. Bodies and projects are named by key. */
export interface OrganisationFacts {
  key: string;
  name: string;
  shortName?: string;
  kind: OrganisationKind;
  parent?: string;
  country?: string;
  region?: string;
  place?: string;
  website?: string;
  note?: string;
  aliases?: string[];
  /** Networks of which it is a member. */
  memberOf?: string[];
  declaredSize?: { size: number; source: string };
  collaborates?: { with: string; note: string }[];
  demonstration?: true;
}

export interface NodeFacts {
  key: string;
  kind: NodeKind;
  code: string;
  label: string;
  parent?: string;
}

export interface ParticipationFacts {
  organisation: string;
  role: ParticipationRole;
  category?: string;
  via?: string;
  note?: string;
  demonstration?: true;
}

export interface WorkItemFacts {
  code: string;
  kind: WorkItemKind;
  title: string;
  description: string;
}

export interface ObjectiveFacts {
  code?: string;
  kind: ObjectiveKind;
  text: string;
  parent?: string;
  workItems?: string[];
}

export interface DeliverableFacts {
  kind: DeliverableKind;
  title: string;
  workItem?: string;
  language?: string;
  territory?: string;
  theme?: string;
  url?: string;
  fileName?: string;
}

export interface ProjectFacts {
  slug: string;
  title: string;
  acronym?: string;
  aliases?: string[];
  summary?: string;
  aims?: string;
  state: ProjectState;
  starts?: string;
  ends?: string;
  executionYears?: string;
  fund?: string;
  node?: string;
  call?: string;
  submittedYear?: number;
  annuality?: string;
  website?: string;
  /** Left out: nobody knows what our institute does there. */
  functions?: FunctionName[];
  functionsNote?: string;
  source: string;
  places?: { country: string; region?: string; province?: string }[];
  areas?: string[];
  communities?: { label: string; country?: string }[];
  objectives?: ObjectiveFacts[];
  workItems?: WorkItemFacts[];
  participations?: ParticipationFacts[];
  team?: { person: string; function?: string }[];
  deliverables?: DeliverableFacts[];
  feeds?: { siteName: string; siteUrl?: string; note?: string }[];
  relations?: { to: string; kind: RelationKind; note: string }[];
}
