import { createBrowserRouter } from 'react-router';
import type { ComponentType } from 'react';
import { ErrorPage, NotFoundPage } from './frame/ErrorPage.js';
import { Frame } from './frame/Frame.js';

/** A page in a chunk of its own; its file exports the component as default. */
const page = (load: () => Promise<{ default: ComponentType }>) => ({
  lazy: async () => ({ Component: (await load()).default }),
  HydrateFallback: () => null,
});

/**
 * Every address of the program. To add a page: a file with a default export under
 * `web/src/<feature>/`, one line here, and, if it needs one, an entry in `frame/Navigation.tsx`.
 */
export const router = createBrowserRouter([
  { path: '/accesso', ...page(() => import('./access/SignInPage.js')) },
  { path: '/presenze', ...page(() => import('./attendance/PhonePage.js')) },
  { path: '/primo-accesso', ...page(() => import('./access/FirstAccessPage.js')) },
  { path: '/richiesta', ...page(() => import('./requests/RequestFormPage.js')) },
  { path: '/conferma', ...page(() => import('./requests/ConfirmHoursPage.js')) },
  {
    path: '/',
    Component: Frame,
    HydrateFallback: () => null,
    ErrorBoundary: ErrorPage,
    children: [
      {
        ErrorBoundary: ErrorPage,
        children: [
          { index: true, ...page(() => import('./today/TodayPage.js')) },
          { path: 'attivita', ...page(() => import('./activities/ActivitiesPage.js')) },
          { path: 'attivita/pivot', ...page(() => import('./pivot/PivotPage.js')) },
          { path: 'settimana', ...page(() => import('./activities/WeekPage.js')) },
          { path: 'importa', ...page(() => import('./imports/ImportPage.js')) },
          { path: 'calendario', ...page(() => import('./planning/CalendarPage.js')) },
          { path: 'calendario/incontri', ...page(() => import('./planning/MeetingsPage.js')) },
          { path: 'calendario/compiti', ...page(() => import('./planning/TasksPage.js')) },
          { path: 'progetti', ...page(() => import('./projects/ProjectsPage.js')) },
          { path: 'programmi', ...page(() => import('./programmes/ProgrammesPage.js')) },
          { path: 'progetti/:slug/*', ...page(() => import('./projects/ProjectPage.js')) },
          { path: 'budget/*', ...page(() => import('./budget/BudgetPage.js')) },
          { path: 'spese/*', ...page(() => import('./spending/SpendingPage.js')) },
          { path: 'rendicontazioni', ...page(() => import('./reports/ReportsPage.js')) },
          {
            path: 'rendicontazioni/indicatori',
            ...page(() => import('./indicators/IndicatorsPage.js')),
          },
          { path: 'rendicontazioni/:slug/:id/*', ...page(() => import('./reports/ReportPage.js')) },
          { path: 'corsi', ...page(() => import('./courses/CoursesPage.js')) },
          { path: 'corsi/operatori', ...page(() => import('./trainings/TrainingsPage.js')) },
          { path: 'destinatari', ...page(() => import('./recipients/RecipientsPage.js')) },
          { path: 'destinatari/conteggi', ...page(() => import('./recipients/CountsPage.js')) },
          { path: 'destinatari/doppioni', ...page(() => import('./recipients/DuplicatesPage.js')) },
          {
            path: 'destinatari/conservazione',
            ...page(() => import('./recipients/RetentionPage.js')),
          },
          { path: 'corsi/:slug/:id/*', ...page(() => import('./courses/CoursePage.js')) },
          { path: 'enti', ...page(() => import('./organisations/OrganisationsPage.js')) },
          { path: 'enti/:id/*', ...page(() => import('./organisations/OrganisationPage.js')) },
          { path: 'contratti', ...page(() => import('./contracts/ContractsPage.js')) },
          { path: 'mediazione/*', ...page(() => import('./requests/MediationPage.js')) },
          {
            path: 'amministrazione/*',
            ...page(() => import('./administration/AdministrationPage.js')),
          },
          { path: 'accessibilita', ...page(() => import('./frame/AccessibilityPage.js')) },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
]);
