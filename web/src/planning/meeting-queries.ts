import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, editHeaders, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';

export type Meeting = Schemas['MeetingView'];
export type MeetingRow = Schemas['MeetingRow'];
export type TaskRow = Schemas['TaskRow'];

export const meetingQuery = (projectId: string, meetingId: string) =>
  queryOptions({
    queryKey: ['meetings', 'one', meetingId],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/projects/{projectId}/meetings/{meetingId}', {
          params: { path: { projectId, meetingId } },
        }),
      ),
  });

const at = ({ projectId, id }: Pick<Meeting, 'projectId' | 'id'>) => ({
  path: { projectId, meetingId: id },
});

export const addMeeting = (projectId: string, body: Schemas['AddMeeting'], key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/meetings', {
      params: { path: { projectId } },
      headers: keyHeader(key),
      body,
    }),
  );

export const changeMeeting = (meeting: Meeting, body: Schemas['ChangeMeeting'], key?: string) =>
  dataOf(
    api.PATCH('/api/v1/projects/{projectId}/meetings/{meetingId}', {
      params: at(meeting),
      headers: editHeaders(meeting.version, key),
      body,
    }),
  );

export const convoke = (meeting: Meeting) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/meetings/{meetingId}/convoke', {
      params: at(meeting),
      headers: editHeaders(meeting.version),
    }),
  );

export const decide = (meeting: Meeting, body: Schemas['AddDecision'], key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/meetings/{meetingId}/decisions', {
      params: at(meeting),
      headers: keyHeader(key),
      body,
    }),
  );

export const changeTask = (
  task: Pick<TaskRow, 'projectId' | 'id' | 'version'>,
  body: Schemas['ChangeTask'],
) =>
  dataOf(
    api.PATCH('/api/v1/projects/{projectId}/tasks/{taskId}', {
      params: { path: { projectId: task.projectId, taskId: task.id } },
      headers: editHeaders(task.version),
      body,
    }),
  );

/** After a write: meetings, tasks and the calendar are asked again. */
export function useMeetingsChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['meetings'] }),
      client.invalidateQueries({ queryKey: ['activities'] }),
    ]);
  };
}
