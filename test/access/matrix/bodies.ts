import { randomUUID } from 'node:crypto';
import { aPerson, anOrganisation } from '../../factories/index.js';
import { contractBodies } from './contract-rows.js';
import { loggingBodies } from './logging-rows.js';
import { importBodies } from './import-rows.js';
import { mediationBodies } from './mediation-rows.js';
import { budget, costDocument } from './money-rows.js';
import { planningBodies } from './planning-bodies.js';
import { publishingBodies } from './publishing-bodies.js';
import { people } from './people-bodies.js';
import type { Wanted } from './rows.js';

/** What a body may speak of: the place and side whose rows it names. */
export type BodyOf = (wanted: Wanted) => unknown;

const word = (): string => randomUUID().slice(0, 8);
const reason = { reason: 'Scuola chiusa' };

const activityBody = ({ world, place, side }: Wanted) => ({
  kind: 'on_call_mediation',
  workItemId: place.workItem.id,
  participationId: place.partner[side].id,
  day: '2019-11-06',
  minutes: 60,
  staffIds: [world.person[side].id],
});

const work: Record<string, BodyOf> = {
  'POST /projects/{projectId}/activities': activityBody,
  'PATCH /projects/{projectId}/activities/{activityId}': activityBody,
  'POST /projects/{projectId}/activities/{activityId}/cancel': () => reason,
  'POST /projects/{projectId}/documents/{documentId}/remove': () => reason,
  'POST /projects/{projectId}/activities/{activityId}/rectifications': (wanted) => ({
    ...activityBody(wanted),
    ...reason,
  }),
};

const registry: Record<string, BodyOf> = {
  'POST /projects': () => ({ title: `Progetto ${word()}` }),
  'PATCH /projects/{projectId}': () => ({ summary: 'Riassunto' }),
  'POST /projects/{projectId}/team': async ({ world }) => ({
    personId: (await aPerson(world.app)).id,
  }),
  'PATCH /projects/{projectId}/team/{teamMemberId}': () => ({ toDay: '2019-10' }),
  'POST /projects/{projectId}/objectives': () => ({ kind: 'purpose', text: 'Finalità' }),
  'PATCH /projects/{projectId}/objectives/{objectiveId}': () => ({ text: 'Altra finalità' }),
  'POST /funds': () => ({ code: word(), name: 'Fondo' }),
  'PATCH /funds/{fundId}': () => ({ note: 'Nota' }),
  'POST /funds/{fundId}/programmes': () => ({ code: word(), name: 'Programma' }),
  'PATCH /programmes/{programmeId}': () => ({ years: '2014-2020' }),
  'POST /programmes/{programmeId}/nodes': () => ({ code: word(), label: 'Nodo', kind: 'other' }),
  'PATCH /programme-nodes/{nodeId}': () => ({ label: 'Altro nodo' }),
  'POST /programmes/{programmeId}/calls': () => ({ title: `Avviso ${word()}` }),
  'PATCH /calls/{callId}': () => ({ note: 'Nota' }),
  'POST /projects/{projectId}/participations': async ({ world }) => ({
    organisationId: (await anOrganisation(world.app)).id,
    role: 'partner',
  }),
  'PATCH /projects/{projectId}/participations/{participationId}': () => ({ note: 'Nota' }),
  'POST /projects/{projectId}/work-items': ({ place }) => ({
    kind: 'activity_line',
    code: word(),
    title: 'Voce',
    parentId: place.workItem.id,
  }),
  'PATCH /projects/{projectId}/work-items/{workItemId}': () => ({ title: 'Voce cambiata' }),
  'POST /projects/{projectId}/work-plan-versions/{planVersionId}/approve': () => ({
    approvedOn: '2019-11-20',
  }),
  'POST /projects/{projectId}/deliverables': ({ place }) => ({
    kind: 'study',
    title: 'Ricerca',
    workItemId: place.workItem.id,
  }),
  'POST /organisations': () => ({ name: `Ente ${word()}`, kind: 'association' }),
  'PATCH /organisations/{organisationId}': () => ({ note: 'Nota' }),
  'POST /persons': () => ({ name: `Persona ${word()}` }),
  'PATCH /persons/{personId}': () => ({ name: `Persona ${word()}` }),
};

const access: Record<string, BodyOf> = {
  'POST /me/tokens': () => ({ name: 'Foglio', readOnly: true, days: 1 }),
  'POST /users': () => ({ email: `${word()}@example.org`, name: 'Nuova' }),
  'PATCH /users/{userId}': () => ({ name: 'Altro nome' }),
  // Participation and project must belong together.
  'POST /users/{userId}/memberships': ({ world, place }) => ({
    projectId: place.foreign ? world.home.id : place.id,
    role: 'partner',
    participationId: place.partner[1].id,
  }),
};

const money: Record<string, BodyOf> = {
  'PUT /projects/{projectId}/funding-sources': () => ({
    items: [{ code: 'UE', label: 'Unione europea', rate: '1' }],
  }),
  'POST /projects/{projectId}/budget-versions': () => ({}),
  'POST /projects/{projectId}/budget-versions/{budgetVersionId}/approve': () => ({
    approvedOn: '2019-11-20',
  }),
  'POST /projects/{projectId}/budget-versions/{budgetVersionId}/lines': ({ place, side }) => ({
    participationId: place.partner[side].id,
    categoryId: place.category.id,
    description: 'Mediazione',
    planned: '0.00',
  }),
  'PATCH /projects/{projectId}/budget-lines/{budgetLineId}': () => ({ description: 'Presidi' }),
  'POST /projects/{projectId}/cost-documents': ({ place, side }) => ({
    participationId: place.partner[side].id,
    kind: 'invoice',
    issuerName: 'Tipografia Esempio',
    number: word(),
    issuedOn: '2019-03-15',
    total: '100.00',
  }),
  'PATCH /projects/{projectId}/cost-documents/{costDocumentId}': () => ({ note: 'Nota' }),
  'POST /projects/{projectId}/cost-documents/{costDocumentId}/cancel': () => reason,
  'POST /projects/{projectId}/expenses': async (wanted) => ({
    costDocumentId: await costDocument(wanted),
    budgetLineId: (await budget(wanted, 'approved')).lines[wanted.side],
    amount: '10.00',
  }),
  'PATCH /projects/{projectId}/expenses/{expenseId}': () => ({ description: 'Locandine' }),
  'POST /projects/{projectId}/expenses/{expenseId}/cancel': () => reason,
  'POST /projects/{projectId}/expenses/{expenseId}/corrections': () => ({
    ...reason,
    amount: '5.00',
  }),
};

const reports: Record<string, BodyOf> = {
  'POST /projects/{projectId}/reports': () => ({ from: '2019-01-01', to: '2019-03-31' }),
  'PATCH /projects/{projectId}/reports/{reportId}': () => ({ strengths: 'Rete' }),
  'POST /projects/{projectId}/indicators': ({ place }) => ({
    code: word(),
    label: 'Ore',
    unit: 'ore',
    measure: 'sum_minutes',
    kinds: [],
    workItemId: place.workItem.id,
    target: 600,
  }),
  'PATCH /projects/{projectId}/indicators/{indicatorId}': () => ({ label: 'Ore svolte' }),
};

/** A body that is right in itself, so that only the question who may decides. */
export const bodies: Record<string, BodyOf> = {
  ...work,
  ...planningBodies(activityBody),
  ...publishingBodies,
  ...registry,
  ...access,
  ...money,
  ...contractBodies,
  ...loggingBodies,
  ...mediationBodies,
  ...reports,
  ...people,
  ...importBodies,
};
