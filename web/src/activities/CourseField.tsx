import { useQuery } from '@tanstack/react-query';
import { useMay } from '../api/session.js';
import { coursesQuery } from '../courses/course-queries.js';
import { SelectField } from '../frame/fields.js';

/** The course of which the activity is a session; asked only of kinds that have a register. */
export function CourseField({ projectId }: { projectId: string }) {
  const sees = useMay()('course.view', projectId);
  const { data: courses = [] } = useQuery({ ...coursesQuery(projectId), enabled: sees });
  if (courses.length === 0) return null;
  return (
    <SelectField
      name="courseId"
      label="Corso"
      none="Nessun corso"
      options={courses.map(({ id, title, schoolYear }) => ({
        value: id,
        label: `${title}, ${schoolYear}`,
      }))}
    />
  );
}
