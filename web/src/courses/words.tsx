import { StateChip } from '../frame/StateChip.js';
import type { Tone } from '../frame/StateChip.js';
import type { Course, Enrolment } from './course-queries.js';

interface Words {
  word: string;
  icon: string;
  tone: Tone;
}

export const COURSE_STATES: Record<Course['state'], Words> = {
  open: { word: 'in corso', icon: 'clock', tone: 'good' },
  closed: { word: 'concluso', icon: 'check-circle', tone: 'neutral' },
  cancelled: { word: 'annullato', icon: 'close-circle', tone: 'muted' },
};

export const ENROLMENT_STATUSES: Record<Enrolment['status'], string> = {
  regular: 'effettivo',
  listener: 'uditore',
  withdrawn: 'ritirato',
};

export const CourseState = ({ state }: { state: Course['state'] }) => (
  <StateChip {...COURSE_STATES[state]} />
);

export const schoolOf = ({ schoolName, buildingName }: Course): string =>
  [schoolName, buildingName].filter(Boolean).join(' · ');

/** "2019/20" of the school year in which a day falls, which begins on 1 September. */
export function schoolYearOf(day: string): string {
  const year = Number(day.slice(0, 4)) - (day.slice(5, 7) < '09' ? 1 : 0);
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}
