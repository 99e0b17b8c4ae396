import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { DataTable, RowAction } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { instant } from '../frame/format.js';
import { useConfirm } from '../frame/confirm.js';
import { Card } from '../frame/Card.js';
import { Secret } from '../frame/Secret.js';
import { useAttempt } from '../frame/useAttempt.js';
import { TokenForm } from './TokenForm.js';

type Token = Schemas['TokenView'];

/** The caller's own keys for other programs. */
export default function TokensTab() {
  const { data, error, refetch } = useQuery({
    queryKey: ['tokens'],
    queryFn: async () => (await dataOf(api.GET('/api/v1/me/tokens'))).items,
  });
  const [made, setMade] = useState<Schemas['CreatedToken'] | null>(null);
  const revoke = useRevoke();
  return (
    <div className="cf-columns is-wide-left">
      <DataTable
        caption="Le mie chiavi API"
        columns={COLUMNS}
        rows={data}
        rowKey={({ id }) => id}
        actions={(token) => (
          <RowAction
            icon="delete"
            label={`Revoca ${token.name}`}
            onClick={() => void revoke(token)}
          />
        )}
        error={error}
        retry={() => void refetch()}
        empty={
          <EmptyState
            icon="key"
            title="Nessuna chiave"
            text="Una chiave permette a un foglio di calcolo o a un altro programma di leggere i tuoi dati al posto tuo."
          />
        }
      />
      <Card title="Nuova chiave" lead="Può al massimo quello che puoi tu.">
        {made?.token ? (
          <Secret
            label={made.name}
            value={made.token}
            note={`Scade il ${instant(made.expiresAt)}. Copiala ora: non la mostreremo di nuovo.`}
          />
        ) : (
          <TokenForm made={setMade} />
        )}
      </Card>
    </div>
  );
}

const COLUMNS: Column<Token>[] = [
  { key: 'name', header: 'Nome', phone: 'title', cell: ({ name }) => name },
  {
    key: 'scope',
    header: 'Può',
    cell: ({ readOnly }) => (readOnly ? 'solo leggere' : 'leggere e scrivere'),
  },
  { key: 'seen', header: 'Ultimo uso', cell: ({ lastSeenAt }) => instant(lastSeenAt) },
  { key: 'expires', header: 'Scade', cell: ({ expiresAt }) => instant(expiresAt) },
];

function useRevoke() {
  const client = useQueryClient();
  const ask = useConfirm();
  const attempt = useAttempt(() => client.invalidateQueries({ queryKey: ['tokens'] }));
  return async ({ id, name }: Token) => {
    const sure = await ask({
      title: `Revocare la chiave «${name}»?`,
      text: 'Il programma che la usa smette subito di funzionare.',
      action: 'Revoca',
      danger: true,
    });
    if (sure === null) return;
    const params = { path: { tokenId: id } };
    await attempt(api.DELETE('/api/v1/me/tokens/{tokenId}', { params }), 'Chiave revocata.');
  };
}
