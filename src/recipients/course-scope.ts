/** By which columns a course belongs to a project, to a partner, and to who teaches it. */
export const COURSE_SCOPE = {
  project: 'course.project_id',
  participation: 'course.participation_id',
  own: (userId: string, personId: string) =>
    `(course.created_by = ${userId}::uuid
      OR course.id IN (SELECT t.course_id FROM course_teacher t WHERE t.person_id = ${personId}::uuid))`,
};
