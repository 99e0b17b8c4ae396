import type { Course } from '../courses/course-queries.js';
import { PlanPanel } from '../planning/PlanPanel.js';

const KIND = 'l2_workshop';

/** Plans the sessions of a course: its teachers and its school are proposed. */
export function SessionsPanel({ course, close }: { course: Course; close: () => void }) {
  const { id, projectId, workItemId, participationId, schoolId, teachers, title } = course;
  const start = {
    projectId,
    workItemId,
    participationId: participationId ?? '',
    kind: KIND,
    courseId: id,
    staffIds: teachers.map(({ personId }) => personId),
    organisationIds: schoolId ? [schoolId] : [],
    every: 'WEEKLY' as const,
  };
  return <PlanPanel start={start} course={title} close={close} />;
}
