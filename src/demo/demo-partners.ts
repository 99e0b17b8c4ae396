import type { OrganisationKind } from '../organisations/organisation.entity.js';
import type { ParticipationRole } from '../projects/participation.entity.js';
import type { OrganisationFacts, ParticipationFacts } from './facts.js';

/** Invented: the documents name no school and no service. The names say so. */
interface DemoPartner {
  key: string;
  name: string;
  kind: OrganisationKind;
  role: ParticipationRole;
  category: string;
  place: string;
}

const PLACES = [
  'Torino',
  'Novara',
  'Asti',
  'Alessandria',
  'Cuneo',
  'Biella',
  'Vercelli',
  'Verbania',
  'Pinerolo',
  'Ivrea',
];

const series = (
  count: number,
  key: string,
  name: string,
  rest: Pick<DemoPartner, 'kind' | 'role' | 'category'>,
): DemoPartner[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `${key}-${index + 1}`,
    name: `${name} ${String(index + 1).padStart(String(count).length, '0')}`,
    place: PLACES[index % PLACES.length] ?? 'Torino',
    ...rest,
  }));

/** Twenty-four: ten schools, two CPIA, four services, two agencies, two cooperatives, four associations. */
export const demoPartners: DemoPartner[] = [
  ...series(10, 'demo-ic', 'Istituto comprensivo dimostrativo', {
    kind: 'school',
    role: 'service',
    category: 'Scuole',
  }),
  ...series(2, 'demo-cpia', 'CPIA dimostrativo', {
    kind: 'adult_education',
    role: 'partner',
    category: 'Scuole',
  }),
  ...series(4, 'demo-servizi', 'Consorzio servizi dimostrativo', {
    kind: 'social_service',
    role: 'service',
    category: 'Servizi sociali',
  }),
  ...series(2, 'demo-agenzia', 'Agenzia formativa dimostrativa', {
    kind: 'training_agency',
    role: 'partner',
    category: 'Agenzie formative',
  }),
  ...series(2, 'demo-coop', 'Cooperativa dimostrativa', {
    kind: 'cooperative',
    role: 'partner',
    category: 'Mediazione',
  }),
  ...series(4, 'demo-assoc', 'Associazione dimostrativa', {
    kind: 'association',
    role: 'partner',
    category: 'Associazioni',
  }),
];

export const demoPartnerBodies: OrganisationFacts[] = demoPartners.map(
  ({ key, name, kind, place }) => ({
    key,
    name,
    kind,
    place,
    country: 'IT',
    region: 'Piemonte',
    note: 'Ente di dimostrazione: non esiste.',
    demonstration: true,
  }),
);

export const demoParticipations: ParticipationFacts[] = demoPartners.map(
  ({ key, role, category }) => ({ organisation: key, role, category, demonstration: true }),
);

/** Invented people, each working for an invented body. */
export const demoPersons: { name: string; organisation: string }[] = [
  ...staff('Mediatore dimostrativo', ['demo-coop-1', 'demo-coop-2'], 12),
  ...staff('Docente dimostrativo', ['demo-agenzia-1', 'demo-agenzia-2'], 6),
  ...staff('Docente CPIA dimostrativo', ['demo-cpia-1', 'demo-cpia-2'], 4),
  ...staff('Animatore dimostrativo', ['demo-assoc-1', 'demo-assoc-2', 'demo-assoc-3'], 3),
];

function staff(name: string, bodies: string[], count: number) {
  return Array.from({ length: count }, (_, index) => ({
    name: `${name} ${String(index + 1).padStart(2, '0')}`,
    organisation: bodies[index % bodies.length] ?? '',
  }));
}
