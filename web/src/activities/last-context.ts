import { emptyValues } from './activity-values.js';
import type { ActivityValues } from './activity-values.js';

/** What is usually the same from one activity to the next. */
const KEPT = ['projectId', 'workItemId', 'participationId', 'kind', 'place', 'staffIds'] as const;
type Context = Pick<ActivityValues, (typeof KEPT)[number]>;

const keyOf = (userId: string) => `capofila.last-activity.${userId}`;

interface Stored {
  last: string;
  byProject: Record<string, Context>;
}

function read(userId: string): Stored {
  try {
    return JSON.parse(localStorage.getItem(keyOf(userId)) ?? '') as Stored;
  } catch {
    return { last: '', byProject: {} };
  }
}

export function rememberContext(userId: string, values: ActivityValues): void {
  const context = Object.fromEntries(
    KEPT.map((name) => [name, values[name]]),
  ) as unknown as Context;
  const byProject = { ...read(userId).byProject, [values.projectId]: context };
  localStorage.setItem(keyOf(userId), JSON.stringify({ last: values.projectId, byProject }));
}

/** The form of a new activity: the last context of the project, or of the last project. */
export function startingValues(userId: string, projectId: string | null): ActivityValues {
  const { last, byProject } = read(userId);
  const wanted = projectId ?? last;
  return { ...emptyValues, projectId: wanted, ...byProject[wanted] };
}

const draftKeyOf = (userId: string) => `capofila.draft-activity.${userId}`;

/** What was typed and not saved: a closed panel or a lost tab gives it back. */
export function keepDraft(userId: string, values: ActivityValues): void {
  localStorage.setItem(draftKeyOf(userId), JSON.stringify(values));
}

export const dropDraft = (userId: string): void => localStorage.removeItem(draftKeyOf(userId));

export function draftOf(userId: string): ActivityValues | null {
  const text = localStorage.getItem(draftKeyOf(userId));
  return text ? { ...emptyValues, ...(JSON.parse(text) as Partial<ActivityValues>) } : null;
}

export const hasContext = (values: ActivityValues): boolean =>
  values.workItemId !== '' && values.kind !== '';

export const forgetContext = (userId: string): void => localStorage.removeItem(keyOf(userId));
