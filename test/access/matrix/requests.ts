import { randomUUID } from 'node:crypto';
import { hashPassword } from '../../../src/access/passwords.js';
import { hashOf, newToken } from '../../../src/access/sessions.js';
import { aPerson, aUser, put } from '../../factories/index.js';
import { bodies } from './bodies.js';
import { contract, contractLine, contractQueries, territory } from './contract-rows.js';
import { fileImport, importFor, importQueries, sendSheet } from './import-rows.js';
import { mediationSpecials, request, requestFor, requestLink } from './mediation-rows.js';
import { batch, kind, view } from './logging-rows.js';
import { budget, costDocument, expense } from './money-rows.js';
import type { Letter, Relation } from './notation.js';
import { aMeeting, calendar, calendarToken, inSeries, planningQueries } from './planning-rows.js';
import { aContent, aFeed, aFeedSlug, aPublicSlug } from './publishing-rows.js';
import * as people from './people-rows.js';
import { FIGURE, indicator, report } from './report-rows.js';
import * as rows from './rows.js';
import type { Wanted } from './rows.js';
import { CONTENT, type Place, type World } from './world.js';

/** One request of the matrix: an operation, by whom, on what. `home` is the caller's own project for this request. */
export interface Cell {
  operation: string;
  letter: Letter;
  relation: Relation;
  home: Place;
}
export interface Asked {
  path: string;
  body: unknown;
  headers: Record<string, string>;
}

type Finder = (wanted: Wanted) => Promise<string>;

/** The row that a parameter of an address names. */
const PARAMETERS: Record<string, Finder> = {
  activityId: rows.activity,
  contentId: (wanted) => aContent(wanted),
  contentFeedId: async (wanted) => (await aFeed(wanted)).id,
  feedSlug: aFeedSlug,
  slug: aPublicSlug,
  meetingId: async (wanted) => (await aMeeting(wanted)).meeting,
  taskId: async (wanted) => (await aMeeting(wanted)).task,
  importId: fileImport,
  calendarId: calendar,
  calendarToken,
  batchId: batch,
  viewId: view,
  kindCode: kind,
  seriesId: async (wanted) => (await inSeries(wanted)).series,
  documentId: rows.document,
  jobId: rows.job,
  participationId: rows.participation,
  workItemId: rows.workItem,
  planVersionId: rows.planDraft,
  organisationId: rows.organisation,
  objectiveId: rows.objective,
  teamMemberId: rows.teamMember,
  fundId: async ({ world }) => (await rows.programmeTree(world)).fund!,
  programmeId: async ({ world }) => (await rows.programmeTree(world)).programme!,
  nodeId: async ({ world }) => (await rows.programmeTree(world)).node!,
  callId: async ({ world }) => (await rows.programmeTree(world)).call!,
  tokenId: rows.token,
  sessionId: rows.session,
  userId: rows.user,
  budgetVersionId: async (wanted) => (await budget(wanted, 'draft')).version,
  budgetLineId: async (wanted) => (await budget(wanted, 'draft')).lines[wanted.side],
  costDocumentId: (wanted) => costDocument(wanted),
  expenseId: expense,
  contractId: contract,
  contractLineId: contractLine,
  territoryId: territory,
  requestId: (wanted) => request(wanted),
  linkId: requestLink,
  personId: ({ world, side }) => Promise.resolve(world.person[side].id),
  reportId: report,
  figureKey: () => Promise.resolve(FIGURE),
  indicatorId: indicator,
  courseId: people.course,
  trainingId: people.training,
  mergeId: people.merge,
  recipientId: people.recipient,
  enrolmentId: people.enrolment,
};

/** Operations whose plain case is another row than usual. */
const OF_OPERATION: Record<string, Finder> = {
  ...requestFor,
  ...importFor,
  'POST /projects/{projectId}/documents/{documentId}/restore': rows.removedDocument,
  'PATCH /persons/{personId}': async ({ world }) => (await aPerson(world.app)).id,
  // Of its own: other rows go on reading the usual one.
  'POST /projects/{projectId}/recipients/{recipientId}/erasure': people.erasable,
  'POST /projects/{projectId}/contents/{contentId}/withdraw': (wanted) =>
    aContent(wanted, 'published'),
  'POST /projects/{projectId}/activities/{activityId}/cancel-series': async (wanted) =>
    (await inSeries(wanted)).activity,
};

/** Operations whose plain case is a row that a sent report holds. */
const ON_HELD = ['rectifications', 'corrections', '/files'];

export async function asked(world: World, cell: Cell): Promise<Asked> {
  const { operation, relation } = cell;
  const wanted = wantedBy(world, cell);
  const names = [...operation.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!);
  const inner = names.filter((name) => name !== 'projectId');
  if (SPECIAL[operation]) return SPECIAL[operation](wanted, relation);
  let path = operation.split(' ')[1]!;
  for (const name of inner)
    path = path.replace(
      `{${name}}`,
      await idOf(OF_OPERATION[operation] ?? PARAMETERS[name], wanted, relation),
    );
  const lost = relation === 'unknown' && inner.length === 0;
  path = path.replace('{projectId}', lost ? randomUUID() : addressed(world, cell).id);
  const about = inner.length > 0 ? { ...wanted, place: addressed(world, cell) } : wanted;
  const side = inner.length > 0 && relation === 'otherPartner' ? 1 : wanted.side;
  return {
    path: path + queryOf(operation),
    body: await bodies[operation]?.({ ...about, side, held: false }),
    headers: { 'if-match': '"1"' },
  };
}

const queryOf = (operation: string): string =>
  contractQueries[operation] ?? importQueries[operation] ?? planningQueries[operation] ?? '';

const idOf = (finder: Finder | undefined, wanted: Wanted, relation: Relation): Promise<string> => {
  if (relation === 'unknown') return Promise.resolve(randomUUID());
  if (!finder) throw new Error('a parameter that the matrix does not know');
  return finder(wanted);
};

/** The project that the address names. */
function addressed(world: World, { relation, home }: Cell): Place {
  if (relation === 'otherProject' || relation === 'foreignParent') return world.foreign;
  return relation === 'archived' ? world.archived : home;
}

function wantedBy(world: World, { operation, letter, relation, home }: Cell): Wanted {
  const places: Partial<Record<Relation, Place>> = {
    otherProject: world.foreign,
    foreignRow: world.foreign,
    archived: world.archived,
  };
  return {
    world,
    letter,
    place: places[relation] ?? home,
    side: relation === 'otherPartner' ? 2 : 1,
    held: relation === 'sent' || ON_HELD.some((word) => operation.endsWith(word)),
  };
}

type Special = (wanted: Wanted, relation: Relation) => Promise<Asked>;
const NONE: Record<string, string> = {};
const PASSWORD = 'una frase lunga e mia';

const SPECIAL: Record<string, Special> = {
  ...mediationSpecials,
  'POST /projects/{projectId}/imports': sendSheet,
  'POST /sign-in': async ({ world }) => {
    const { email } = await aUser(world.app, { password_hash: await hashPassword(PASSWORD) });
    return { path: '/sign-in', body: { email, password: PASSWORD }, headers: {} };
  },
  'POST /first-access': async ({ world }) => {
    const token = newToken();
    const { id } = await aUser(world.app);
    await put(world.app, 'one_time_link', {
      user_id: id,
      token_hash: hashOf(token),
      expires_at: '2100-01-01',
    });
    return { path: '/first-access', body: { token, password: PASSWORD }, headers: {} };
  },
  // Ends a session of its own, not the one in which the whole matrix runs.
  'POST /sign-out': async ({ world, letter }) => {
    if (letter === 'N') return { path: '/sign-out', body: undefined, headers: NONE };
    const token = newToken();
    await put(world.app, 'session', {
      user_id: world.users[letter].id,
      token_hash: hashOf(token),
      kind: 'browser',
      expires_at: '2100-01-01',
    });
    return {
      path: '/sign-out',
      body: undefined,
      headers: { authorization: `Bearer ${token}` },
    };
  },
  // By somebody with the same roles: the sessions of the whole matrix go on.
  'POST /me/sessions/end-others': async ({ world, letter }) => {
    const path = '/me/sessions/end-others';
    if (letter === 'N') return { path, body: undefined, headers: NONE };
    const token = newToken();
    const twin = await aTwin(world, letter);
    const expires_at = '2100-01-01';
    const row = { user_id: twin, token_hash: hashOf(token), kind: 'browser', expires_at };
    await put(world.app, 'session', row);
    return { path, body: undefined, headers: { authorization: `Bearer ${token}` } };
  },
  'DELETE /users/{userId}/memberships/{membershipId}': async (wanted, relation) => {
    const userId = await rows.user(wanted);
    const of = relation === 'foreignParent' ? await rows.user(wanted) : userId;
    const id = relation === 'unknown' ? randomUUID() : await rows.membership(wanted, of);
    return { path: `/users/${userId}/memberships/${id}`, body: undefined, headers: {} };
  },
  'POST /users/{userId}/memberships': async (wanted, relation) => {
    const userId = relation === 'unknown' ? randomUUID() : await rows.user(wanted);
    const body = await bodies['POST /users/{userId}/memberships']!(wanted);
    return { path: `/users/${userId}/memberships`, body, headers: {} };
  },
  'POST /projects/{projectId}/documents': upload,
};

async function aTwin({ app, users, home }: World, letter: Letter): Promise<string> {
  const { id } = await aUser(app, { system_admin: letter === 'Y' });
  await app.db.query(
    `INSERT INTO member (user_id, project_id, role, participation_id)
     SELECT $1, project_id, role, participation_id FROM member WHERE user_id = $2 AND project_id = $3`,
    [id, users[letter].id, home.id],
  );
  return id;
}

const BOUNDARY = 'capofila-matrix';

/** A file attached to an activity. */
async function upload(wanted: Wanted, relation: Relation): Promise<Asked> {
  const { world, place } = wanted;
  const projects: Partial<Record<Relation, string>> = {
    foreignRow: world.home.id,
    foreignParent: world.foreign.id,
    unknown: randomUUID(),
  };
  const subjectId = await rows.activity(wanted);
  const fields = { kind: 'evidence', subjectTable: 'activity', subjectId };
  const parts = Object.entries(fields).map(
    ([name, value]) => `Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`,
  );
  const file = `Content-Disposition: form-data; name="file"; filename="elenco.csv"\r\nContent-Type: text/csv\r\n\r\n${CONTENT}`;
  const text = [...parts, file].map((part) => `--${BOUNDARY}\r\n${part}\r\n`).join('');
  return {
    path: `/projects/${projects[relation] ?? place.id}/documents`,
    body: Buffer.from(`${text}--${BOUNDARY}--\r\n`),
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  };
}
