/* Provisional: replaced by `openapi-typescript openapi.json`. Everything is loose until then. */
/* eslint-disable */
interface Loose {
  parameters: { query?: any; header?: any; path?: any; cookie?: never };
  requestBody?: { content: { 'application/json': any } };
  responses: {
    200: { headers: any; content: { 'application/json': any } };
    default: { headers: any; content: { 'application/problem+json': any } };
  };
}
export interface paths {
  [path: `/api/v1/${string}`]: {
    parameters: { query?: any; header?: any; path?: any; cookie?: never };
    get: Loose;
    post: Loose;
    put: Loose;
    patch: Loose;
    delete: Loose;
  };
}
export interface components {
  schemas: { [name: string]: any };
}
export type operations = Record<string, never>;
