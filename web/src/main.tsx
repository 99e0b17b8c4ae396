import '@fontsource/titillium-web/latin-400.css';
import '@fontsource/titillium-web/latin-ext-400.css';
import '@fontsource/titillium-web/latin-600.css';
import '@fontsource/titillium-web/latin-ext-600.css';
import '@fontsource/titillium-web/latin-700.css';
import 'bootstrap-italia/dist/css/bootstrap-italia.min.css';
import './frame/theme.css';
import './frame/frame.css';
import './frame/controls.css';
import './frame/table.css';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { isProblem } from './api/problem.js';
import { ConfirmProvider } from './frame/confirm.js';
import { ToastProvider } from './frame/toast.js';
import { router } from './routes.js';

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // A session that ended under any request: the frame reads `me` again and sends to the sign-in.
    onError: (error, query) => {
      if (isProblem(error) && error.status === 401 && query.queryKey[0] !== 'me') {
        void client.resetQueries({ queryKey: ['me'] });
      }
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (times, error) => !(isProblem(error) && error.isFinal) && times < 2,
    },
  },
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <ToastProvider>
        <ConfirmProvider>
          <RouterProvider router={router} />
        </ConfirmProvider>
      </ToastProvider>
    </QueryClientProvider>
  </StrictMode>,
);
