import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { lazy, Suspense } from 'react';
import { Route, Routes, useParams } from 'react-router';
import { useMay, useMe } from '../api/session.js';
import type { MyProject } from '../api/session.js';
import { NoSuchPart } from '../frame/ErrorPage.js';
import { EmptyState } from '../frame/EmptyState.js';
import { hours, plural } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { PageHeader } from '../frame/PageHeader.js';
import { Tabs } from '../frame/Tabs.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { Loading } from '../frame/Loading.js';
import { courseQuery } from './course-queries.js';
import type { Course } from './course-queries.js';
import { CoursePanel } from './CoursePanel.js';
import { schoolOf } from './words.js';
import './courses.css';

const RegisterTab = lazy(() => import('../attendance/RegisterTab.js'));
const EnrolledTab = lazy(() => import('./EnrolledTab.js'));

/** One course: its register, who follows it. */
export default function CoursePage() {
  const { slug, id = '' } = useParams();
  const { projects } = useMe();
  const project = projects.find((one: MyProject) => one.slug === slug);
  const { data, error, refetch } = useQuery({
    ...courseQuery(project?.id ?? '', id),
    enabled: project !== undefined,
  });
  if (!project) return <EmptyState icon="locked" title="Questo progetto non è fra i tuoi" />;
  if (!data) return <Loading {...{ error, refetch }} />;
  return <OneCourse course={data} slug={project.slug} />;
}

const sentence = (course: Course): string =>
  [
    schoolOf(course),
    course.schoolYear,
    plural(course.regulars, 'effettivo', 'effettivi'),
    `${hours(course.minutesDone)} di ${hours(course.plannedMinutes)} ore`,
    course.thresholdPercent === null
      ? 'soglia non configurata'
      : `${course.completed} hanno completato (soglia ${course.thresholdPercent} %)`,
  ]
    .filter(Boolean)
    .join(' · ');

/** By whom it is held, for which classes, from which level to which: what is known of it. */
function Taught({ course: { teachers, classes, levelIn, levelOut } }: { course: Course }) {
  const named = (internal: boolean) =>
    teachers.filter((one) => one.internal === internal).map(({ name }) => name);
  const facts = [
    listed('docenti interni', named(true)),
    listed('docenti esterni', named(false)),
    listed('classi', classes),
    levelIn && `livello in ingresso ${levelIn}`,
    levelOut && `livello in uscita ${levelOut}`,
  ].filter(Boolean);
  return facts.length > 0 && <span className="cf-taught">{facts.join(' · ')}</span>;
}

const listed = (word: string, names: string[]): string =>
  names.length > 0 ? `${word}: ${names.join(', ')}` : '';

function OneCourse({ course, slug }: { course: Course; slug: string }) {
  const may = useMay();
  const edits = may('course.edit', course.projectId);
  const [panel, setPanel] = useUrlValue('corso');
  const base = `/corsi/${slug}/${course.id}`;
  return (
    <div className="cf-page">
      <PageHeader
        title={course.title}
        parent={{ to: `/corsi?progetto=${slug}`, label: 'Corsi' }}
        state={
          <>
            {sentence(course)}
            <Taught course={course} />
          </>
        }
        action={
          edits && (
            <Button type="button" color="primary" outline onClick={() => setPanel('cambia')}>
              <Icon name="pencil" />
              Cambia il corso
            </Button>
          )
        }
      />
      <Tabs
        label="Parti del corso"
        tabs={[
          { to: base, label: 'Registro', end: true },
          { to: `${base}/iscritti`, label: 'Iscritti', count: course.regulars + course.listeners },
        ]}
      />
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route index element={<RegisterTab course={course} />} />
          <Route path="iscritti" element={<EnrolledTab course={course} />} />
          <Route path="*" element={<NoSuchPart />} />
        </Routes>
      </Suspense>
      {edits && panel === 'cambia' && (
        <CoursePanel projectId={course.projectId} course={course} close={() => setPanel(null)} />
      )}
    </div>
  );
}
