import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, editHeaders, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { firstRows } from '../api/everyPage.js';

export type Report = Schemas['ReportView'];
export type ReportSummary = Schemas['ReportSummary'];
export type Sheet = Schemas['SheetView'];
export type SheetTable = Schemas['TableView'];
export type FigureRow = Schemas['FigureRowView'];
export type FigureRows = Schemas['FigureRowPage'];
export type Texts = Schemas['ReportTexts'];

const REPORTS = '/api/v1/projects/{projectId}/reports';
const REPORT = `${REPORTS}/{reportId}` as const;
const WORKING = ['queued', 'running'];
const LOOK_AGAIN_MS = 800;

/** Names one report in its project. */
export interface Place {
  projectId: string;
  reportId: string;
}

export const reportsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['reports', projectId, 'list'],
    queryFn: () => dataOf(api.GET(REPORTS, { params: { path: { projectId } } })),
  });

/** Asks again while its files are being prepared. */
export const reportQuery = (place: Place) =>
  queryOptions({
    queryKey: ['reports', place.projectId, place.reportId],
    queryFn: () => dataOf(api.GET(REPORT, { params: { path: { ...place } } })),
    refetchInterval: ({ state }) =>
      WORKING.includes(state.data?.job?.state ?? '') ? LOOK_AGAIN_MS : false,
  });

export const figuresQuery = (place: Place) =>
  queryOptions({
    queryKey: ['reports', place.projectId, place.reportId, 'figures'],
    queryFn: () => dataOf(api.GET(`${REPORT}/figures`, { params: { path: { ...place } } })),
  });

/** A figure with the rows that sum to it. */
export const figureRows = (place: Place, figureKey: string): Promise<FigureRows> =>
  firstRows((after) =>
    dataOf(
      api.GET(`${REPORT}/figures/{figureKey}/rows`, {
        params: { path: { ...place, figureKey }, query: { limit: 200, ...(after && { after }) } },
      }),
    ),
  );

export const draftReport = (projectId: string, body: Schemas['NewReport'], key: string) =>
  dataOf(api.POST(REPORTS, { params: { path: { projectId } }, headers: keyHeader(key), body }));

export const writeTexts = (place: Place, version: number, body: Texts, key: string) =>
  dataOf(
    api.PATCH(REPORT, { params: { path: { ...place } }, headers: editHeaders(version, key), body }),
  );

export const sendReport = (place: Place, version: number, key: string) =>
  dataOf(
    api.POST(`${REPORT}/send`, {
      params: { path: { ...place } },
      headers: editHeaders(version, key),
    }),
  );

export const discardReport = (place: Place, version: number, key: string) =>
  dataOf(
    api.DELETE(REPORT, { params: { path: { ...place } }, headers: editHeaders(version, key) }),
  );

export const correctReport = (place: Place, key: string) =>
  dataOf(
    api.POST(`${REPORT}/corrections`, { params: { path: { ...place } }, headers: keyHeader(key) }),
  );

export const renderAgain = (place: Place, key: string) =>
  dataOf(api.POST(`${REPORT}/files`, { params: { path: { ...place } }, headers: keyHeader(key) }));

export const cancelJob = (jobId: string) =>
  dataOf(api.POST('/api/v1/jobs/{jobId}/cancel', { params: { path: { jobId } } }));

/** Reads everything about the reports of a project again. */
export function useReportsChanged(projectId: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['reports', projectId] });
}
