import { useQuery } from '@tanstack/react-query';
import { Route, Routes, useParams } from 'react-router';
import { useMay } from '../api/session.js';
import type { MyProject } from '../api/session.js';
import { NoSuchPart } from '../frame/ErrorPage.js';
import { EmptyState } from '../frame/EmptyState.js';
import { instant, period } from '../frame/format.js';
import { PageHeader } from '../frame/PageHeader.js';
import { useProjectContext } from '../frame/project-context.js';
import { DemoChip } from '../frame/StateChip.js';
import { Tabs } from '../frame/Tabs.js';
import { Loading } from '../frame/Loading.js';
import { quarterOf } from '../frame/quarters.js';
import { ReportActions } from './ReportActions.js';
import { ReportFiles } from './ReportFiles.js';
import { ReportSheet } from './ReportSheet.js';
import { reportQuery } from './report-queries.js';
import type { Report } from './report-queries.js';
import { ReportTexts } from './ReportTexts.js';
import { ReportState } from './words.js';

export default function ReportPage() {
  const { id = '' } = useParams();
  const { project } = useProjectContext();
  if (!project) {
    return (
      <div className="cf-page">
        <PageHeader title="Rendicontazione" />
        <EmptyState title="Progetto non trovato" text="Forse non è tra i tuoi progetti." />
      </div>
    );
  }
  return <OneReport project={project} reportId={id} />;
}

function OneReport({ project, reportId }: { project: MyProject; reportId: string }) {
  const place = { projectId: project.id, reportId };
  const { data: report, error, refetch } = useQuery(reportQuery(place));
  const parent = { to: `/rendicontazioni?progetto=${project.slug}`, label: 'Rendicontazioni' };
  if (!report) {
    return (
      <div className="cf-page">
        <PageHeader title="Scheda trimestrale" parent={parent} />
        <Loading {...{ error, refetch }} />
      </div>
    );
  }
  return (
    <div className="cf-page">
      <PageHeader
        title={`Scheda n. ${report.number} · ${quarterOf(report.from).name}`}
        state={<State report={report} title={project.title} />}
        parent={parent}
        action={<ReportActions report={report} project={project} />}
      />
      <Parts report={report} project={project} />
    </div>
  );
}

const State = ({ report, title }: { report: Report; title: string }) => (
  <>
    <ReportState report={report} /> {report.demonstration && <DemoChip />} {title},{' '}
    {period(report.from, report.to)}
    {report.sentAt && ` · inviata il ${instant(report.sentAt)} da ${report.sentBy ?? 'un utente'}`}
    {report.correctsNumber && ` · rettifica la n. ${report.correctsNumber}`}
    {report.correctedByNumber && ` · al suo posto vale la n. ${report.correctedByNumber}`}
  </>
);

function Parts({ report, project }: { report: Report; project: MyProject }) {
  const may = useMay();
  const place = { projectId: project.id, reportId: report.id };
  const base = `/rendicontazioni/${project.slug}/${report.id}`;
  const writes = report.state === 'draft' && may('report.edit', project.id);
  return (
    <>
      <Tabs
        label="Parti della scheda"
        tabs={[
          { to: base, label: 'Scheda', end: true },
          ...(writes
            ? [{ to: `${base}/testi`, label: 'Testi', count: report.missing.length }]
            : []),
          ...(report.state === 'draft'
            ? []
            : [{ to: `${base}/file`, label: 'File', count: report.files.length }]),
        ]}
      />
      <Routes>
        <Route index element={<ReportSheet place={place} />} />
        {writes && <Route path="testi" element={<ReportTexts report={report} place={place} />} />}
        <Route path="file" element={<ReportFiles report={report} place={place} />} />
        <Route path="*" element={<NoSuchPart />} />
      </Routes>
    </>
  );
}
