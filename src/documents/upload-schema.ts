import { documentKinds } from './document.entity.js';
import { documentSubjects } from './subjects.js';

/** The multipart form of an upload, for the OpenAPI document. */
export const uploadSchema = {
  type: 'object' as const,
  additionalProperties: false,
  required: ['file', 'kind'],
  properties: {
    file: { type: 'string', format: 'binary' },
    kind: { type: 'string', enum: [...documentKinds] },
    confidential: { type: 'boolean' },
    subjectTable: { type: 'string', enum: [...documentSubjects] },
    subjectId: { type: 'array', maxItems: 100, items: { type: 'string', format: 'uuid' } },
    participationId: { type: 'string', format: 'uuid' },
  },
};
