import { api, dataOf, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { parseDuration } from '../frame/parse.js';
import { bodyOf, minutesOfTimes } from './activity-values.js';
import type { ActivityValues } from './activity-values.js';

type ShareBody = Schemas['ShareActivity'];

/** The work of the form with its shares: the project of the form takes what the others leave, and alone who was there. */
export function sharedBodyOf(values: ActivityValues, today: string): ShareBody {
  const body = bodyOf(values, today, 'minutes');
  const { workItemId, participationId, contractLineId, overReason, startTime, endTime } = body;
  const { kind, day, place, note, staffIds = [], organisationIds } = body;
  const { language, territoryId, targetGroup, endsOn } = body;
  const { participants, women, men, courseId } = body;
  const common = { kind, day, place, note, staffIds, organisationIds };
  const others = values.shares.map((share) => ({
    projectId: share.projectId,
    workItemId: share.workItemId,
    participationId: share.participationId || null,
    minutes: parseDuration(share.duration) ?? 0,
  }));
  const taken = others.reduce((sum, { minutes }) => sum + minutes, 0);
  const lasted = minutesOfTimes(values.startTime, values.endTime) ?? 0;
  const heads = { participants, women, men };
  const own = { workItemId, participationId, contractLineId, overReason, courseId, ...heads };
  return {
    ...common,
    language,
    territoryId,
    targetGroup,
    endsOn,
    startTime: startTime ?? '',
    endTime: endTime ?? '',
    shares: [{ projectId: values.projectId, ...own, minutes: lasted - taken }, ...others],
  };
}

export const shareActivity = (body: ShareBody, key: string) =>
  dataOf(api.POST('/api/v1/shared-activities', { headers: keyHeader(key), body }));
