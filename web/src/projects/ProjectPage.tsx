import './projects.css';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Route, Routes, useParams } from 'react-router';
import { useMe } from '../api/session.js';
import { roleWord } from '../access/role-words.js';
import { NoSuchPart } from '../frame/ErrorPage.js';
import { EmptyState } from '../frame/EmptyState.js';
import { period } from '../frame/format.js';
import { PageHeader } from '../frame/PageHeader.js';
import { DemoChip, StateChip } from '../frame/StateChip.js';
import { Tabs } from '../frame/Tabs.js';
import { Loading } from '../frame/Loading.js';
import { projectQuery } from './project-queries.js';
import { EditButton, SheetTab } from './SheetTab.js';
import { nameOf, STATES } from './words.js';
import type { Project } from './words.js';

const PartnershipTab = lazy(() => import('./PartnershipTab.js'));
const PlanTab = lazy(() => import('./PlanTab.js'));
const DeliverablesTab = lazy(() => import('./DeliverablesTab.js'));
const GanttTab = lazy(() => import('../planning/GanttTab.js'));
const PublishingTab = lazy(() => import('../publishing/PublishingTab.js'));

const parent = { to: '/progetti', label: 'Progetti' };

/** One project; its parts are tabs with addresses of their own. */
export default function ProjectPage() {
  const { slug = '' } = useParams();
  const mine = useMe().projects.find((project) => project.slug === slug);
  if (mine) return <Known key={mine.id} id={mine.id} slug={slug} />;
  return (
    <div className="cf-page">
      <PageHeader title="Progetto" parent={parent} />
      <EmptyState
        icon="search"
        title="Questo progetto non è fra i tuoi"
        text="Forse l’indirizzo è cambiato, o ti manca l’accesso: chiedilo all’amministratore di sistema."
      />
    </div>
  );
}

function Known({ id, slug }: { id: string; slug: string }) {
  const { data: project, error, refetch } = useQuery(projectQuery(id));
  if (!project) return <Loading {...{ error, refetch }} />;
  const base = `/progetti/${slug}`;
  const may = (name: string) => project.permissions.includes(name);
  return (
    <div className="cf-page">
      <PageHeader
        title={nameOf(project)}
        parent={parent}
        state={<StateLine project={project} />}
        action={may('project.edit') && <EditButton project={project} />}
      />
      <Tabs
        label="Parti del progetto"
        tabs={[
          { to: base, label: 'Scheda', end: true },
          { to: `${base}/partenariato`, label: 'Partenariato' },
          { to: `${base}/piano`, label: 'Piano di lavoro' },
          { to: `${base}/cronoprogramma`, label: 'Cronoprogramma' },
          { to: `${base}/prodotti`, label: 'Prodotti' },
          ...(may('content.view') ? [{ to: `${base}/pubblicazione`, label: 'Pubblicazione' }] : []),
          ...(may('budget.view') ? [{ to: `/budget?progetto=${slug}`, label: 'Budget' }] : []),
          ...(may('report.view')
            ? [{ to: `/rendicontazioni?progetto=${slug}`, label: 'Relazioni' }]
            : []),
        ]}
      />
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route index element={<SheetTab project={project} />} />
          <Route path="partenariato" element={<PartnershipTab project={project} />} />
          <Route path="piano" element={<PlanTab project={project} />} />
          <Route path="cronoprogramma" element={<GanttTab project={project} />} />
          <Route path="pubblicazione" element={<PublishingTab project={project} />} />
          <Route path="prodotti" element={<DeliverablesTab project={project} />} />
          <Route path="*" element={<NoSuchPart />} />
        </Routes>
      </Suspense>
    </div>
  );
}

function StateLine({ project }: { project: Project }) {
  const dates = project.starts || project.ends ? period(project.starts, project.ends) : null;
  return (
    <span className="cf-state-line">
      <StateChip {...STATES[project.state]} />
      {project.demonstration && <DemoChip />}
      {dates && <span className="cf-num">{dates}</span>}
      {project.lead && <span>capofila {project.lead.name}</span>}
      <span>il tuo ruolo: {project.roles.map(roleWord).join(', ')}</span>
    </span>
  );
}
