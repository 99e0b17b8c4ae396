import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, editHeaders, keyHeader } from '../api/client.js';
import type { Schemas, QueryOf } from '../api/client.js';
import { everyPage } from '../api/everyPage.js';

export type Recipient = Schemas['RecipientView'];

const RECIPIENTS = '/api/v1/projects/{projectId}/recipients';
const RECIPIENT = `${RECIPIENTS}/{recipientId}` as const;

export type RecipientQuery = QueryOf<'/api/v1/projects/{projectId}/recipients'>;

export const recipientsPage = (projectId: string, query: RecipientQuery) =>
  dataOf(api.GET(RECIPIENTS, { params: { path: { projectId }, query: { limit: 100, ...query } } }));

/** Everybody in charge of the project, for a field of choices. */
export const everyRecipientQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['recipients', projectId, 'all'],
    queryFn: () =>
      everyPage((after) =>
        dataOf(
          api.GET(RECIPIENTS, {
            params: { path: { projectId }, query: { limit: 200, ...(after && { after }) } },
          }),
        ),
      ),
  });

export const recipientQuery = (projectId: string, recipientId: string) =>
  queryOptions({
    queryKey: ['recipients', projectId, recipientId],
    queryFn: () => dataOf(api.GET(RECIPIENT, { params: { path: { projectId, recipientId } } })),
  });

export const addRecipient = (projectId: string, body: Schemas['NewRecipient'], key: string) =>
  dataOf(api.POST(RECIPIENTS, { params: { path: { projectId } }, headers: keyHeader(key), body }));

export const takeInCharge = (projectId: string, body: Schemas['TakeInCharge'], key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/intakes', {
      params: { path: { projectId } },
      headers: keyHeader(key),
      body,
    }),
  );

export const changeRecipient = (
  projectId: string,
  { id, version }: Recipient,
  body: Schemas['ChangeRecipient'],
  key: string,
) =>
  dataOf(
    api.PATCH(RECIPIENT, {
      params: { path: { projectId, recipientId: id } },
      headers: editHeaders(version, key),
      body,
    }),
  );
