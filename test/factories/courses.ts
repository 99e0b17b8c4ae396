import { randomInt } from 'node:crypto';
import type { TestApp } from '../support/app.js';
import { put } from './index.js';

type Row = { id: string };
type Values = Record<string, unknown>;

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const four = (): string => Array.from({ length: 4 }, () => SIGNS[randomInt(32)]).join('');

/** A recipient whom a project takes in charge, for a partner if one is named. */
export async function aRecipient(
  app: TestApp,
  project: Row,
  { participation, ...values }: Values & { participation?: Row } = {},
): Promise<Row & { code: string }> {
  const code = `${four()}-${four()}`;
  const [{ id }] = (await app.db.query('SELECT uuidv7() AS id')) as [Row];
  await put(app, 'recipient', { id, person_id: id, code, citizenship: 'MA', ...values });
  await put(app, 'intake', {
    project_id: project.id,
    participation_id: participation?.id ?? null,
    recipient_id: id,
    taken_on: '2019-09-10',
  });
  return { id, code };
}

export const aCourse = (
  app: TestApp,
  project: Row,
  workItem: Row,
  values: Values = {},
): Promise<Row> =>
  put(app, 'course', {
    project_id: project.id,
    work_item_id: workItem.id,
    title: 'Laboratorio L2',
    school_year: '2019/20',
    planned_minutes: 600,
    threshold_percent: 70,
    ...values,
  });

export const enrol = (app: TestApp, project: Row, course: Row, recipient: Row): Promise<Row> =>
  put(app, 'enrolment', {
    project_id: project.id,
    course_id: course.id,
    recipient_id: recipient.id,
    from_day: '2019-09-15',
  });

/** A session of two hours that took place, unless the values say otherwise. */
export const aSession = (
  app: TestApp,
  project: Row,
  { workItem, course, ...values }: Values & { workItem: Row; course?: Row },
): Promise<Row> =>
  put(app, 'activity', {
    project_id: project.id,
    work_item_id: workItem.id,
    course_id: course?.id ?? null,
    kind: 'l2_workshop',
    state: 'done',
    day: '2019-10-07',
    minutes: 120,
    ...values,
  });

export const attend = (
  app: TestApp,
  project: Row,
  activity: Row,
  recipient: Row,
  minutes = 120,
): Promise<Row> =>
  put(app, 'attendance', {
    project_id: project.id,
    activity_id: activity.id,
    recipient_id: recipient.id,
    present: minutes > 0,
    minutes,
  });
