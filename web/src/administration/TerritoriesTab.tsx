import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { api, dataOf, editHeaders, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { useMay } from '../api/session.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { KINDS_OF_PLACE, options, territoriesQuery } from '../frame/choices.js';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { DemoChip } from '../frame/StateChip.js';
import { EmptyState } from '../frame/EmptyState.js';
import { EditPanel } from '../frame/EditPanel.js';
import { SelectField, TextField } from '../frame/fields.js';
import { Icon } from '../frame/Icon.js';
import { useSeen } from '../frame/useSeen.js';
import { useUrlValue } from '../frame/useUrlFilters.js';

type Territory = Schemas['TerritoryView'];

const columns = (rows: Territory[]): Column<Territory>[] => [
  {
    key: 'name',
    header: 'Territorio',
    phone: 'title',
    cell: ({ name, demonstration }) => (
      <>
        {name} {demonstration && <DemoChip />}
      </>
    ),
  },
  { key: 'kind', header: 'Tipo', cell: ({ kind }) => KINDS_OF_PLACE[kind] },
  {
    key: 'province',
    header: 'In provincia di',
    cell: ({ provinceId }) => rows.find(({ id }) => id === provinceId)?.name,
  },
];

/** The places by which work is counted: requests, packages, feeds and community mediation name one of them. */
export default function TerritoriesTab() {
  const { data: rows, error, refetch } = useQuery(territoriesQuery);
  const [open, setOpen] = useUrlValue('apri');
  const writes = useMay()('territory.edit');
  const territory = rows?.find(({ id }) => id === open) ?? null;
  return (
    <>
      {writes && (
        <div className="cf-buttons is-end">
          <Button type="button" color="primary" onClick={() => setOpen('nuovo')}>
            <Icon name="plus" />
            Nuovo territorio
          </Button>
        </div>
      )}
      <DataTable
        caption="Territori"
        columns={columns(rows ?? [])}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={writes ? ({ id }) => setOpen(id) : undefined}
        empty={
          <EmptyState
            title="Nessun territorio"
            text="Aggiungi i comuni, le province e i distretti in cui si lavora: li nominano la mediazione di comunità, le richieste e le ore assegnate."
          />
        }
        error={error}
        retry={() => void refetch()}
      />
      {writes && (territory || open === 'nuovo') && (
        <TerritoryPanel key={open} territory={territory} close={() => setOpen(null)} />
      )}
    </>
  );
}

const valuesOf = (territory: Territory | null) => ({
  name: territory?.name ?? '',
  kind: territory?.kind ?? ('municipality' as Territory['kind']),
  provinceId: territory?.provinceId ?? '',
});
type Values = ReturnType<typeof valuesOf>;

const save = (territory: Territory | null, values: Values, key: string) => {
  const body = { ...values, provinceId: values.provinceId || null };
  if (!territory) return dataOf(api.POST('/api/v1/territories', { headers: keyHeader(key), body }));
  return dataOf(
    api.PATCH('/api/v1/territories/{territoryId}', {
      params: { path: { territoryId: territory.id } },
      headers: editHeaders(territory.version, key),
      body,
    }),
  );
};

function TerritoryPanel(props: { territory: Territory | null; close: () => void }) {
  const client = useQueryClient();
  const { row, values, standing } = useSeen(props.territory, valuesOf);
  const { data: all = [] } = useQuery(territoriesQuery);
  const provinces = all
    .filter(({ id, kind }) => kind === 'province' && id !== row?.id)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <EditPanel
      title={row ? row.name : 'Nuovo territorio'}
      values={values}
      standing={standing}
      write={(typed, key) => save(row, typed, key)}
      changed={() => client.invalidateQueries({ queryKey: territoriesQuery.queryKey })}
      said="Territorio salvato."
      close={props.close}
    >
      <TextField name="name" label="Nome" required maxLength={120} />
      <SelectField name="kind" label="Tipo" required options={options(KINDS_OF_PLACE)} />
      <ChoiceField name="provinceId" label="In provincia di" choices={provinces} />
    </EditPanel>
  );
}
