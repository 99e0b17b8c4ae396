import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { useMay } from '../api/session.js';
import { PageHeader } from '../frame/PageHeader.js';
import { Tabs } from '../frame/Tabs.js';
import { Loading } from '../frame/Loading.js';

const UsersTab = lazy(() => import('./UsersTab.js'));
const TokensTab = lazy(() => import('./TokensTab.js'));
const KindsTab = lazy(() => import('./KindsTab.js'));
const TerritoriesTab = lazy(() => import('./TerritoriesTab.js'));
const SessionsTab = lazy(() => import('./SessionsTab.js'));

/** Users for who manages them; each one's own access for everybody. */
export default function AdministrationPage() {
  const may = useMay();
  const users = may('user.view');
  const tabs = [
    ...(users ? [{ to: '/amministrazione/utenti', label: 'Utenti e accessi' }] : []),
    ...(may('activity.kinds') ? [{ to: '/amministrazione/tipi', label: 'Tipi di attività' }] : []),
    ...(may('territory.view') ? [{ to: '/amministrazione/territori', label: 'Territori' }] : []),
    { to: '/amministrazione/sessioni', label: 'Le mie sessioni' },
    { to: '/amministrazione/chiavi', label: 'Le mie chiavi API' },
  ];
  return (
    <div className="cf-page">
      <PageHeader
        title="Amministrazione"
        state={
          users
            ? 'Chi entra, con quale ruolo e in quale progetto.'
            : 'Dove hai effettuato l’accesso e le tue chiavi per altri programmi.'
        }
      />
      <Tabs label="Parti dell’amministrazione" tabs={tabs} />
      <Suspense fallback={<Loading />}>
        <Routes>
          {users && <Route path="utenti" element={<UsersTab />} />}
          <Route path="tipi" element={<KindsTab />} />
          <Route path="territori" element={<TerritoriesTab />} />
          <Route path="sessioni" element={<SessionsTab />} />
          <Route path="chiavi" element={<TokensTab />} />
          <Route path="*" element={<Navigate to={users ? 'utenti' : 'sessioni'} replace />} />
        </Routes>
      </Suspense>
    </div>
  );
}
