import { put } from '../../factories/index.js';
import type { BodyOf } from './bodies.js';
import { aClass, aStranger } from './people-rows.js';

const colleague = (organisation: string) => ({ name: 'Collega', organisation_id: organisation });

const PURPOSE = { purpose: 'Verifica di prova' };

export const people: Record<string, BodyOf> = {
  'POST /projects/{projectId}/courses': ({ place, side }) => ({
    title: 'Laboratorio L2',
    workItemId: place.workItem.id,
    participationId: place.partner[side].id,
    schoolYear: '2019/20',
    plannedMinutes: 600,
  }),
  'PATCH /projects/{projectId}/courses/{courseId}': () => ({ seats: 20 }),
  'POST /projects/{projectId}/courses/{courseId}/enrolments': async (wanted) => ({
    recipientId: (await aClass(wanted)).newcomer,
  }),
  'PATCH /projects/{projectId}/enrolments/{enrolmentId}': () => ({
    status: 'listener',
  }),
  'POST /projects/{projectId}/courses/{courseId}/register.pdf': () => PURPOSE,
  'POST /projects/{projectId}/courses/{courseId}/sessions': async ({ world, place, side }) => ({
    days: ['2019-11-04'],
    startTime: '14:00',
    endTime: '16:00',
    staffIds: [(await put(world.app, 'person', colleague(place.organisation[side]))).id],
  }),
  'POST /projects/{projectId}/trainings': ({ world, place, side }) => ({
    workItemId: place.workItem.id,
    participationId: place.partner[side].id,
    field: 'Mediazione',
    contents: 'Il ruolo del mediatore a scuola',
    fromDay: '2019-11-04',
    personIds: [world.person[side].id],
  }),
  'PATCH /projects/{projectId}/trainings/{trainingId}': () => ({ minutes: 240 }),
  'POST /projects/{projectId}/recipients': ({ place, side }) => ({
    citizenship: 'MA',
    participationId: place.partner[side].id,
  }),
  'POST /projects/{projectId}/intakes': async (wanted) => ({ code: await aStranger(wanted) }),
  'PATCH /projects/{projectId}/recipients/{recipientId}': () => ({ gender: 'female' }),
  'PUT /projects/{projectId}/recipients/{recipientId}/identity': () => ({
    surname: 'Prova',
    name: 'Ada',
  }),
  'POST /projects/{projectId}/recipients/{recipientId}/identity/read': () => PURPOSE,
  'POST /projects/{projectId}/recipients/{recipientId}/export': () => PURPOSE,
  'POST /projects/{projectId}/recipients/{recipientId}/export.pdf': () => PURPOSE,
  'POST /projects/{projectId}/recipients/{recipientId}/erasure': () => ({
    how: 'erase',
    reason: 'Richiesta della persona',
  }),
  'PUT /projects/{projectId}/retention': () => ({ years: 10, legalHold: false }),
  'POST /projects/{projectId}/duplicates/dismiss': async (wanted) => {
    const { recipient, newcomer } = await aClass(wanted);
    return { oneId: recipient, otherId: newcomer };
  },
  'POST /projects/{projectId}/merges': async (wanted) => {
    const { recipient, newcomer } = await aClass(wanted);
    return { keptId: recipient, goneId: newcomer, reason: 'Stessa persona' };
  },
  'POST /projects/{projectId}/merges/{mergeId}/undo': () => ({ reason: 'Sono due persone' }),
  'POST /projects/{projectId}/attendance': async (wanted) => {
    const { session, recipient } = await aClass(wanted);
    return { marks: [{ activityId: session, recipientId: recipient, presence: 'present' }] };
  },
};
