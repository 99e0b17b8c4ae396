import { Button } from 'design-react-kit';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { ActivityTabs } from '../activities/ActivityTabs.js';
import { useMay } from '../api/session.js';
import { NoSuchPart } from '../frame/ErrorPage.js';
import { Icon } from '../frame/Icon.js';
import { KeyHint, PageHeader } from '../frame/PageHeader.js';
import { useContextLink, useProjectContext } from '../frame/project-context.js';
import { Tabs } from '../frame/Tabs.js';
import { useKey } from '../frame/useKey.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { Loading } from '../frame/Loading.js';
import { Locked } from '../frame/OneProject.js';
import { Board } from './Board.js';
import { useBoardState } from './board-state.js';
import './requests.css';

const FiguresTab = lazy(() => import('./FiguresTab.js'));
const AllTab = lazy(() => import('./AllTab.js'));
const MediatorsTab = lazy(() => import('./MediatorsTab.js'));
const LinksTab = lazy(() => import('./LinksTab.js'));
const NewRequest = lazy(() => import('./NewRequest.js'));
const RequestPanel = lazy(() => import('./RequestPanel.js'));

/** Mediation on call: who asks, who goes, what was done and confirmed. */
export default function MediationPage() {
  const may = useMay();
  const [open, setOpen] = useUrlValue('apri');
  const { project } = useProjectContext();
  const edits = may('request.edit', project?.id);
  useKey('r', () => edits && setOpen('nuova'));
  if (!may('request.view'))
    return <Locked title="Mediazione a chiamata" locked="Il tuo ruolo non vede le richieste" />;
  return (
    <div className="cf-page">
      <PageHeader
        title="Mediazione a chiamata"
        state={<State />}
        action={
          edits && (
            <Button type="button" color="primary" onClick={() => setOpen('nuova')}>
              <Icon name="plus" />
              Nuova richiesta <KeyHint>R</KeyHint>
            </Button>
          )
        }
      />
      <ActivityTabs />
      <PartTabs edits={edits} />
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route index element={<Board open={setOpen} />} />
          <Route path="tutte" element={<AllTab open={setOpen} />} />
          <Route path="andamento" element={<FiguresTab />} />
          <Route path="mediatori" element={<MediatorsTab />} />
          <Route path="collegamenti" element={<LinksTab />} />
          <Route path="*" element={<NoSuchPart />} />
        </Routes>
        {open === 'nuova' && edits && <NewRequest close={() => setOpen(null)} />}
        {open?.includes('/') && <RequestPanel name={open} close={() => setOpen(null)} />}
      </Suspense>
    </div>
  );
}

/** In words, what waits. */
const State = () => useBoardState();

function PartTabs({ edits }: { edits: boolean }) {
  const link = useContextLink();
  const tabs = [
    { to: link('/mediazione'), label: 'Da fare', end: true },
    { to: link('/mediazione/tutte'), label: 'Tutte' },
    { to: link('/mediazione/andamento'), label: 'Andamento' },
    edits && { to: link('/mediazione/mediatori'), label: 'Mediatori' },
    edits && { to: link('/mediazione/collegamenti'), label: 'Collegamenti' },
  ];
  return <Tabs label="Parti della mediazione" tabs={tabs.filter((tab) => tab !== false)} />;
}
