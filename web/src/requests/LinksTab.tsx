import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Secret } from '../frame/Secret.js';
import { useWrite } from '../api/useWrite.js';
import { ChooseProject } from '../frame/ChooseProject.js';
import { Card } from '../frame/Card.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { useConfirm } from '../frame/confirm.js';
import { DataTable, RowAction } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { orNull } from '../frame/form-values.js';
import { count, instant } from '../frame/format.js';
import { StateChip } from '../frame/StateChip.js';
import { useAttempt } from '../frame/useAttempt.js';
import { useOneProject } from '../frame/project-context.js';
import { useBodies, useTerritories } from '../frame/choices.js';
import { addLink, linksQuery, revokeLink } from './request-queries.js';
import type { RequestLink } from './request-queries.js';

/** By which a body asks for mediators without an account. */
export default function LinksTab() {
  const { project, mine } = useOneProject('request.edit');
  if (!project) return <ChooseProject projects={mine} path="/mediazione/collegamenti" />;
  return <Links projectId={project.id} />;
}

function Links({ projectId }: { projectId: string }) {
  const { data, error, refetch } = useQuery(linksQuery(projectId));
  const revoke = useRevoke(projectId);
  return (
    <div className="cf-stack">
      <NewLink projectId={projectId} />
      <DataTable
        caption="Collegamenti degli enti"
        columns={COLUMNS}
        rows={data}
        rowKey={({ id }) => id}
        actions={(row) =>
          row.revokedAt === null && (
            <RowAction
              icon="close"
              label={`Revoca il collegamento di ${row.organisationName}`}
              onClick={() => void revoke(row)}
            />
          )
        }
        isMuted={({ revokedAt }) => revokedAt !== null}
        error={error}
        retry={() => void refetch()}
        empty={
          <EmptyState
            icon="link"
            title="Ancora nessun collegamento"
            text="Creane uno per una scuola o un servizio: chiederà da sé, senza account."
          />
        }
      />
    </div>
  );
}

const COLUMNS: Column<RequestLink>[] = [
  { key: 'body', header: 'Ente', phone: 'title', cell: ({ organisationName }) => organisationName },
  { key: 'territory', header: 'Territorio', cell: ({ territoryName }) => territoryName ?? '' },
  { key: 'made', header: 'Creato', cell: ({ createdAt }) => instant(createdAt) },
  { key: 'requests', header: 'Richieste', numeric: true, cell: ({ requests }) => count(requests) },
  {
    key: 'state',
    header: 'Stato',
    cell: ({ revokedAt }) =>
      revokedAt === null ? (
        <StateChip word="attivo" icon="check" tone="good" />
      ) : (
        <StateChip word="revocato" icon="ban" tone="muted" title={instant(revokedAt)} />
      ),
  },
];

const EMPTY = { organisationId: '', territoryId: '' };

function NewLink({ projectId }: { projectId: string }) {
  const client = useQueryClient();
  const bodies = useBodies();
  const [address, setAddress] = useState<string | null>(null);
  const territories = useTerritories();
  const form = useForm({ defaultValues: EMPTY });
  const write = useWrite(({ organisationId, territoryId }: typeof EMPTY, key) =>
    addLink(projectId, { organisationId, territoryId: orNull(territoryId) }, key),
  );
  const save = async (values: typeof EMPTY) => {
    setAddress((await write.mutateAsync(values)).address);
    form.reset();
    await client.invalidateQueries({ queryKey: ['requests', 'links', projectId] });
  };
  return (
    <Card
      title="Nuovo collegamento"
      lead="Chi lo possiede può chiedere un mediatore a nome dell’ente, e nient’altro."
    >
      <Form
        form={form}
        onSubmit={save}
        label="Nuovo collegamento"
        footer={
          <SubmitButton busy={form.formState.isSubmitting}>Crea il collegamento</SubmitButton>
        }
      >
        <ChoiceField name="organisationId" label="Ente" choices={bodies} required />
        <ChoiceField
          name="territoryId"
          label="Territorio"
          help="Di quello che l’ente chiede con questo collegamento"
          choices={territories}
        />
      </Form>
      {address && (
        <Secret
          label="Collegamento dell’ente"
          value={address}
          note="Si vede solo adesso: copialo e mandalo al referente."
        />
      )}
    </Card>
  );
}

function useRevoke(projectId: string) {
  const client = useQueryClient();
  const ask = useConfirm();
  const attempt = useAttempt(() =>
    client.invalidateQueries({ queryKey: ['requests', 'links', projectId] }),
  );
  return async ({ id, organisationName }: RequestLink) => {
    const sure = await ask({
      title: `Revocare il collegamento di ${organisationName}?`,
      text: 'Chi lo ha non potrà più chiedere. Le richieste arrivate restano.',
      action: 'Revoca',
      danger: true,
    });
    if (sure !== null) await attempt(revokeLink(projectId, id), 'Collegamento revocato.');
  };
}
