import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, editHeaders, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';

export type Course = Schemas['CourseView'];
export type Enrolment = Schemas['EnrolmentView'];
export type Register = Schemas['Register'];
export type Session = Register['sessions'][number];
export type RegisterPerson = Register['people'][number];
export type Mark = Schemas['Mark'];

const COURSES = '/api/v1/projects/{projectId}/courses';
const COURSE = `${COURSES}/{courseId}` as const;

export const coursesQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['courses', projectId],
    queryFn: async () =>
      (await dataOf(api.GET(COURSES, { params: { path: { projectId } } }))).items,
  });

export const courseQuery = (projectId: string, courseId: string) =>
  queryOptions({
    queryKey: ['courses', projectId, courseId],
    queryFn: () => dataOf(api.GET(COURSE, { params: { path: { projectId, courseId } } })),
  });

export const enrolmentsQuery = (projectId: string, courseId: string) =>
  queryOptions({
    queryKey: ['courses', projectId, courseId, 'enrolments'],
    queryFn: async () =>
      (await dataOf(api.GET(`${COURSE}/enrolments`, { params: { path: { projectId, courseId } } })))
        .items,
  });

export const registerQuery = (projectId: string, courseId: string, month: string) =>
  queryOptions({
    queryKey: ['courses', projectId, courseId, 'register', month],
    queryFn: () =>
      dataOf(
        api.GET(`${COURSE}/register`, {
          params: { path: { projectId, courseId }, query: month ? { month } : {} },
        }),
      ),
  });

export const registerFile = (projectId: string, courseId: string, month: string): string =>
  `/api/v1/projects/${projectId}/courses/${courseId}/register.pdf${month ? `?month=${month}` : ''}`;

/** The register with names: each of them is read for a purpose, which is written down. */
export const registerWithNames = (
  projectId: string,
  courseId: string,
  month: string,
  purpose: string,
) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/courses/{courseId}/register.pdf', {
      params: { path: { projectId, courseId }, query: month ? { month } : {} },
      body: { purpose },
      parseAs: 'blob',
    }),
  );

export const addCourse = (projectId: string, body: Schemas['NewCourse'], key: string) =>
  dataOf(api.POST(COURSES, { params: { path: { projectId } }, headers: keyHeader(key), body }));

export const changeCourse = (
  { projectId, id, version }: Course,
  body: Schemas['ChangeCourse'],
  key: string,
) =>
  dataOf(
    api.PATCH(COURSE, {
      params: { path: { projectId, courseId: id } },
      headers: editHeaders(version, key),
      body,
    }),
  );

export const enrol = (course: Course, body: Schemas['NewEnrolment'], key: string) =>
  dataOf(
    api.POST(`${COURSE}/enrolments`, {
      params: { path: { projectId: course.projectId, courseId: course.id } },
      headers: keyHeader(key),
      body,
    }),
  );

export const changeEnrolment = (
  projectId: string,
  { id, version }: Enrolment,
  body: Schemas['ChangeEnrolment'],
  key: string,
) =>
  dataOf(
    api.PATCH('/api/v1/projects/{projectId}/enrolments/{enrolmentId}', {
      params: { path: { projectId, enrolmentId: id } },
      headers: editHeaders(version, key),
      body,
    }),
  );

export const saveMarks = (projectId: string, marks: Mark[], key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/attendance', {
      params: { path: { projectId } },
      headers: keyHeader(key),
      body: { marks },
    }),
  );

/** Reads courses, their registers and what is counted from them again. */
export function useCoursesChanged(projectId: string): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['courses', projectId] }),
      client.invalidateQueries({ queryKey: ['recipients', projectId] }),
      client.invalidateQueries({ queryKey: ['people'] }),
      client.invalidateQueries({ queryKey: ['activities'] }),
      client.invalidateQueries({ queryKey: ['indicators'] }),
      client.invalidateQueries({ queryKey: ['reports'] }),
    ]);
}
