import { UNIT_WORDS } from '../../../src/activities/activity-words.js';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { kindsQuery } from '../activities/activity-queries.js';
import type { Kind } from '../activities/activity-queries.js';
import { api, dataOf, editHeaders, keyHeader } from '../api/client.js';
import { useMay } from '../api/session.js';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EditPanel } from '../frame/EditPanel.js';
import { useSeen } from '../frame/useSeen.js';
import { CheckField, SelectField, TextField } from '../frame/fields.js';
import { Icon } from '../frame/Icon.js';
import { options } from '../frame/choices.js';
import { useUrlValue } from '../frame/useUrlFilters.js';

const ASKED = [
  ['needsStaff', 'chi l’ha svolta'],
  ['needsLanguage', 'la lingua'],
  ['needsBodies', 'gli enti coinvolti'],
  ['needsTerritory', 'il territorio'],
  ['needsGroup', 'il gruppo a cui è rivolta'],
] as const;

const asks = (kind: Kind): string =>
  ASKED.filter(([name]) => kind[name])
    .map(([, words]) => words)
    .join(', ');

const COLUMNS: Column<Kind>[] = [
  { key: 'label', header: 'Tipo', phone: 'title', cell: ({ label }) => label },
  { key: 'unit', header: 'Si conta in', cell: ({ unit }) => UNIT_WORDS[unit] },
  { key: 'asks', header: 'Vuole', cell: asks },
  {
    key: 'register',
    header: 'Registro',
    cell: ({ takesRegister }) => takesRegister && 'con registro',
  },
];

/** The kinds of work as data: what each is counted in and what it asks of who logs it. */
export default function KindsTab() {
  const { data: kinds, error, refetch } = useQuery(kindsQuery);
  const [open, setOpen] = useUrlValue('apri');
  const writes = useMay()('kind.edit');
  const kind = kinds?.find(({ code }) => code === open) ?? null;
  return (
    <>
      {writes && (
        <div className="cf-buttons is-end">
          <Button type="button" color="primary" onClick={() => setOpen('nuovo')}>
            <Icon name="plus" />
            Nuovo tipo
          </Button>
        </div>
      )}
      <DataTable
        caption="Tipi di attività"
        columns={COLUMNS}
        rows={kinds}
        rowKey={({ code }) => code}
        onOpen={writes ? ({ code }) => setOpen(code) : undefined}
        empty={null}
        error={error}
        retry={() => void refetch()}
      />
      {writes && (kind || open === 'nuovo') && (
        <KindPanel key={open} kind={kind} close={() => setOpen(null)} />
      )}
    </>
  );
}

const BLANK = {
  label: '',
  unit: 'minutes' as Kind['unit'],
  needsStaff: false,
  needsLanguage: false,
  needsBodies: false,
  needsTerritory: false,
  needsGroup: false,
  takesRegister: false,
};

function KindPanel({ close, ...props }: { kind: Kind | null; close: () => void }) {
  const client = useQueryClient();
  const { row: kind, ...start } = useSeen(props.kind, (one) => ({ ...BLANK, ...one }));
  const write = (values: typeof BLANK, key: string) => {
    const { unit, label, takesRegister } = values;
    const asked = Object.fromEntries(ASKED.map(([name]) => [name, values[name]]));
    const body = { label, takesRegister, ...asked };
    if (!kind)
      return dataOf(
        api.POST('/api/v1/activity-kinds', { headers: keyHeader(key), body: { ...body, unit } }),
      );
    return dataOf(
      api.PATCH('/api/v1/activity-kinds/{kindCode}', {
        params: { path: { kindCode: kind.code } },
        headers: editHeaders(kind.version, key),
        body,
      }),
    );
  };
  return (
    <EditPanel
      title={kind ? kind.label : 'Nuovo tipo di attività'}
      lead="Ciò che chiede vale per quello che si registra da adesso."
      values={start.values}
      standing={start.standing}
      write={write}
      changed={() => client.invalidateQueries({ queryKey: kindsQuery.queryKey })}
      said="Tipo di attività salvato."
      close={close}
    >
      <TextField name="label" label="Nome" required maxLength={80} />
      {!kind && (
        <SelectField name="unit" label="Si conta in" required options={options(UNIT_WORDS)} />
      )}
      {ASKED.map(([name, words]) => (
        <CheckField key={name} name={name} label={`Vuole ${words}`} />
      ))}
      <CheckField name="takesRegister" label="Ha un registro da firmare" />
    </EditPanel>
  );
}
