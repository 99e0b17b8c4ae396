import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, editHeaders, keyHeader } from '../api/client.js';
import type { Schemas, QueryOf } from '../api/client.js';
import { everyPage } from '../api/everyPage.js';

export type Request = Schemas['RequestView'];
export type RequestState = Request['state'];
export type Closing = NonNullable<Request['closing']>;
export type Figures = Schemas['RequestFigures'];
export type Span = Figures['answers'][number]['span'];
export type Outcome = NonNullable<RequestQuery['outcome']>[number];
export type Proposal = Schemas['Proposal'];
export type Mediator = Schemas['MediatorView'];
export type RequestLink = Schemas['RequestLinkView'];

export type RequestQuery = QueryOf<'/api/v1/mediation-requests/figures'>;

/** What waits for somebody, all of it: a board shows everything that is open. */
export const boardQuery = (query: RequestQuery) =>
  queryOptions({
    queryKey: ['requests', 'board', query],
    queryFn: () =>
      everyPage((after) =>
        dataOf(
          api.GET('/api/v1/mediation-requests', {
            params: { query: { ...query, limit: 200, ...(after && { after }) } },
          }),
        ),
      ),
  });

export const requestsPage = (query: RequestQuery, after: string | undefined) =>
  dataOf(
    api.GET('/api/v1/mediation-requests', {
      params: { query: { ...query, limit: 50, ...(after && { after }) } },
    }),
  );

export const figuresQuery = (query: RequestQuery) =>
  queryOptions({
    queryKey: ['requests', 'figures', query],
    queryFn: () => dataOf(api.GET('/api/v1/mediation-requests/figures', { params: { query } })),
  });

export const requestQuery = (projectId: string, requestId: string) =>
  queryOptions({
    queryKey: ['requests', 'one', requestId],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/projects/{projectId}/mediation-requests/{requestId}', {
          params: { path: { projectId, requestId } },
        }),
      ),
  });

export const requestHistoryQuery = (projectId: string, requestId: string) =>
  queryOptions({
    queryKey: ['requests', 'history', requestId],
    queryFn: async () =>
      (
        await dataOf(
          api.GET('/api/v1/projects/{projectId}/mediation-requests/{requestId}/history', {
            params: { path: { projectId, requestId } },
          }),
        )
      ).items,
  });

export const proposalsQuery = ({ projectId, id: requestId, version }: Request) =>
  queryOptions({
    queryKey: ['requests', 'proposals', requestId, version],
    queryFn: async () =>
      (
        await dataOf(
          api.GET('/api/v1/projects/{projectId}/mediation-requests/{requestId}/proposals', {
            params: { path: { projectId, requestId } },
          }),
        )
      ).items,
  });

export const mediatorsQuery = queryOptions({
  queryKey: ['requests', 'mediators'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/mediators'))).items,
});

export const linksQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['requests', 'links', projectId],
    queryFn: async () =>
      (
        await dataOf(
          api.GET('/api/v1/projects/{projectId}/request-links', {
            params: { path: { projectId } },
          }),
        )
      ).items,
  });

export const addRequest = (projectId: string, body: Schemas['NewRequest'], key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/mediation-requests', {
      params: { path: { projectId } },
      headers: keyHeader(key),
      body,
    }),
  );

const at = ({ projectId, id: requestId, version }: Request, key?: string) => ({
  params: { path: { projectId, requestId } },
  headers: editHeaders(version, key),
});

export const acceptRequest = (request: Request) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/mediation-requests/{requestId}/accept', at(request)),
  );

export const changeRequest = (request: Request, body: Schemas['ChangeRequest'], key: string) =>
  dataOf(
    api.PATCH('/api/v1/projects/{projectId}/mediation-requests/{requestId}', {
      ...at(request, key),
      body,
    }),
  );

export const closeRequest = (request: Request, body: Schemas['CloseRequest'], key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/mediation-requests/{requestId}/close', {
      ...at(request, key),
      body,
    }),
  );

export const assignRequest = (request: Request, body: Schemas['AssignRequest'], key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/mediation-requests/{requestId}/assign', {
      ...at(request, key),
      body,
    }),
  );

export const deliverRequest = (request: Request, body: Schemas['DeliverRequest'], key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/mediation-requests/{requestId}/deliver', {
      ...at(request, key),
      body,
    }),
  );

export const askToConfirm = (request: Request) =>
  dataOf(
    api.POST(
      '/api/v1/projects/{projectId}/mediation-requests/{requestId}/confirmation-links',
      at(request),
    ),
  );

export const keepMediator = (personId: string, body: Schemas['MediatorInput'], key: string) =>
  dataOf(
    api.PUT('/api/v1/mediators/{personId}', {
      params: { path: { personId } },
      headers: keyHeader(key),
      body,
    }),
  );

export const addLink = (projectId: string, body: Schemas['NewRequestLink'], key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/request-links', {
      params: { path: { projectId } },
      headers: keyHeader(key),
      body,
    }),
  );

export const revokeLink = (projectId: string, linkId: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/request-links/{linkId}/revoke', {
      params: { path: { projectId, linkId } },
    }),
  );

/** After a write: an assignment also plans an activity and takes hours of a package. */
export function useRequestsChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all(
      ['requests', 'persons', 'activities', 'contracts', 'hours', 'indicators', 'reports'].map(
        (name) => client.invalidateQueries({ queryKey: [name] }),
      ),
    );
  };
}
