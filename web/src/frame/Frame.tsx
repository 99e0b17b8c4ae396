import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { isProblem } from '../api/problem.js';
import { meQuery, useMay } from '../api/session.js';
import { Loading } from './Loading.js';
import { DemoBanner } from './DemoBanner.js';
import { Failed } from './EmptyState.js';
import { BottomBar, Navigation } from './Navigation.js';
import { TopBar } from './TopBar.js';
import { useFocusOnNavigation } from './focus.js';
import { useKey } from './useKey.js';
import { useUrlValue } from './useUrlFilters.js';

const LogPanel = lazy(() => import('../activities/ActivityPanel.js'));

/** Everything around a page. Without a session it sends to the sign-in, keeping the address. */
export function Frame() {
  const { data, error, refetch } = useQuery(meQuery);
  const { pathname, search } = useLocation();
  if (isProblem(error) && error.status === 401) {
    const back =
      pathname === '/' && search === '' ? '' : `?torna=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/accesso${back}`} replace />;
  }
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />;
  return data ? <SignedIn /> : <div className="cf-boot" aria-busy="true" />;
}

const NARROW = 'capofila.narrow-navigation';

function SignedIn() {
  const [narrow, setNarrow] = useState(localStorage.getItem(NARROW) === '1');
  const may = useMay();
  const [panel, setPanel] = useUrlValue('registra');
  const canLog = may('activity.log');
  useKey('n', () => canLog && setPanel('nuova'));
  const toggle = () => {
    localStorage.setItem(NARROW, narrow ? '0' : '1');
    setNarrow(!narrow);
  };
  return (
    <div className={`cf-frame ${narrow ? 'is-narrow' : ''}`}>
      <a className="cf-skip" href="#contenuto">
        Vai al contenuto
      </a>
      <TopBar />
      <Navigation narrow={narrow} toggle={toggle} />
      <main id="contenuto" ref={useFocusOnNavigation()} className="cf-main" tabIndex={-1}>
        <DemoBanner />
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <BottomBar log={canLog ? () => setPanel('nuova') : null} />
      {panel && (
        <Suspense fallback={null}>
          <LogPanel />
        </Suspense>
      )}
    </div>
  );
}
