import { parseCount, parseDuration } from '../frame/parse.js';
import { hours } from '../frame/format.js';
import type { Course } from './course-queries.js';
import { schoolYearOf } from './words.js';

/** A course as it is typed. */
export interface CourseValues {
  title: string;
  workItemId: string;
  participationId: string;
  schoolId: string;
  buildingId: string;
  schoolYear: string;
  levelIn: string;
  levelOut: string;
  planned: string;
  threshold: string;
  seats: string;
  classes: string;
  internal: string[];
  external: string[];
  state: Course['state'];
}

export const newValues = (today: string, participationId: string | null): CourseValues => ({
  title: '',
  workItemId: '',
  participationId: participationId ?? '',
  schoolId: '',
  buildingId: '',
  schoolYear: schoolYearOf(today),
  levelIn: '',
  levelOut: '',
  planned: '',
  threshold: '',
  seats: '',
  classes: '',
  internal: [],
  external: [],
  state: 'open',
});

const text = (value: string | number | null): string => (value === null ? '' : String(value));

export const typedValues = (course: Course): CourseValues => ({
  title: course.title,
  workItemId: course.workItemId,
  participationId: text(course.participationId),
  schoolId: text(course.schoolId),
  buildingId: text(course.buildingId),
  schoolYear: course.schoolYear,
  levelIn: text(course.levelIn),
  levelOut: text(course.levelOut),
  planned: hours(course.plannedMinutes).replaceAll('.', ''),
  threshold: text(course.thresholdPercent),
  seats: text(course.seats),
  classes: course.classes.join(', '),
  internal: course.teachers.filter(({ internal }) => internal).map(({ personId }) => personId),
  external: course.teachers.filter(({ internal }) => !internal).map(({ personId }) => personId),
  state: course.state,
});

const number = (typed: string): number | null => (typed.trim() === '' ? null : parseCount(typed));

export const readValues = (values: CourseValues) => ({
  title: values.title,
  workItemId: values.workItemId,
  participationId: values.participationId || null,
  schoolId: values.schoolId || null,
  buildingId: values.buildingId || null,
  schoolYear: values.schoolYear.trim(),
  levelIn: values.levelIn.trim() || null,
  levelOut: values.levelOut.trim() || null,
  plannedMinutes: parseDuration(values.planned) ?? 0,
  thresholdPercent: number(values.threshold),
  seats: number(values.seats),
  classes: values.classes
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean),
  teachers: [
    ...values.internal.map((personId) => ({ personId, internal: true })),
    ...values.external.map((personId) => ({ personId, internal: false })),
  ],
  state: values.state,
});
