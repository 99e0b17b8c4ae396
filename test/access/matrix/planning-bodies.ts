import type { BodyOf } from './bodies.js';

/** Bodies of what is planned; the activity is the one that is logged elsewhere in the matrix, on a day to come. */
export const planningBodies = (activityBody: BodyOf): Record<string, BodyOf> => ({
  'POST /projects/{projectId}/activity-series': (wanted) => ({
    activity: { ...(activityBody(wanted) as object), day: '2019-12-03' },
    rule: 'FREQ=WEEKLY;COUNT=2',
  }),
  'POST /me/calendars': ({ place }) => ({ name: 'Il mio telefono', projectId: place.id }),
  'POST /projects/{projectId}/activities/{activityId}/move': () => ({ scope: 'this', days: 1 }),
  'POST /projects/{projectId}/activities/{activityId}/cancel-series': () => ({
    scope: 'all',
    reason: 'Scuola chiusa',
  }),
  'POST /projects/{projectId}/meetings': (wanted) => ({
    title: 'Tavolo',
    activity: { ...(activityBody(wanted) as object), day: '2019-12-03' },
    guests: [{ name: 'Ospite', email: 'ospite@example.org' }],
  }),
  'PATCH /projects/{projectId}/meetings/{meetingId}': () => ({ minutes: 'Verbale' }),
  'POST /projects/{projectId}/meetings/{meetingId}/decisions': ({ world, side }) => ({
    text: 'Si decide',
    personId: world.person[side].id,
    dueDay: '2019-12-20',
  }),
  'PATCH /projects/{projectId}/tasks/{taskId}': () => ({ state: 'done' }),
});
