import { useQueryClient } from '@tanstack/react-query';
import { api, dataOf, editHeaders, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';

export type Fund = Schemas['FundView'];
export type Programme = Schemas['ProgrammeView'];
export type ProgrammeNode = Schemas['ProgrammeNodeView'];
export type Call = Schemas['CallView'];

type Versioned = { id: string; version: number };

export const saveFund = (fund: Versioned | null, body: Schemas['AddFund'], key: string) =>
  fund
    ? dataOf(
        api.PATCH('/api/v1/funds/{fundId}', {
          params: { path: { fundId: fund.id } },
          headers: editHeaders(fund.version, key),
          body,
        }),
      )
    : dataOf(api.POST('/api/v1/funds', { headers: keyHeader(key), body }));

/** `under`: the fund of a new one. */
export const saveProgramme = (
  programme: Versioned | null,
  under: string,
  body: Schemas['AddProgramme'],
  key: string,
) =>
  programme
    ? dataOf(
        api.PATCH('/api/v1/programmes/{programmeId}', {
          params: { path: { programmeId: programme.id } },
          headers: editHeaders(programme.version, key),
          body,
        }),
      )
    : dataOf(
        api.POST('/api/v1/funds/{fundId}/programmes', {
          params: { path: { fundId: under } },
          headers: keyHeader(key),
          body,
        }),
      );

/** `under`: the programme of a new one. */
export const saveNode = (
  node: Versioned | null,
  under: string,
  body: Schemas['AddNode'],
  key: string,
) =>
  node
    ? dataOf(
        api.PATCH('/api/v1/programme-nodes/{nodeId}', {
          params: { path: { nodeId: node.id } },
          headers: editHeaders(node.version, key),
          body,
        }),
      )
    : dataOf(
        api.POST('/api/v1/programmes/{programmeId}/nodes', {
          params: { path: { programmeId: under } },
          headers: keyHeader(key),
          body,
        }),
      );

/** `under`: the programme of a new one. */
export const saveCall = (
  call: Versioned | null,
  under: string,
  body: Schemas['AddCall'],
  key: string,
) =>
  call
    ? dataOf(
        api.PATCH('/api/v1/calls/{callId}', {
          params: { path: { callId: call.id } },
          headers: editHeaders(call.version, key),
          body,
        }),
      )
    : dataOf(
        api.POST('/api/v1/programmes/{programmeId}/calls', {
          params: { path: { programmeId: under } },
          headers: keyHeader(key),
          body,
        }),
      );

/** After a write: projects show their place in a programme, budgets the categories. */
export function useProgrammesChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all(
      ['programmes', 'projects', 'budget'].map((name) =>
        client.invalidateQueries({ queryKey: [name] }),
      ),
    );
  };
}
