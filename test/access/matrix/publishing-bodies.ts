import { randomUUID } from 'node:crypto';
import type { BodyOf } from './bodies.js';

const word = (): string => randomUUID().slice(0, 8);

export const publishingBodies: Record<string, BodyOf> = {
  'POST /projects/{projectId}/contents': ({ place }) => ({
    workItemId: place.workItem.id,
    title: 'Guida',
    url: 'https://www.example.org/guida',
  }),
  'PATCH /projects/{projectId}/contents/{contentId}': () => ({ summary: 'Riassunto' }),
  'POST /projects/{projectId}/contents/{contentId}/publish': () => ({}),
  'POST /projects/{projectId}/contents/{contentId}/withdraw': () => ({ reason: 'Superato' }),
  'POST /projects/{projectId}/content-feeds': () => ({ title: `Feed ${word()}` }),
  'PATCH /projects/{projectId}/content-feeds/{contentFeedId}': () => ({ sites: ['Mediato'] }),
  'PUT /projects/{projectId}/public-sheet': () => ({ shown: true }),
};
