import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { api, dataOf } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { DataTable, RowAction } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { Icon } from '../frame/Icon.js';
import { StateChip } from '../frame/StateChip.js';
import { useConfirm } from '../frame/confirm.js';
import { instant, plural } from '../frame/format.js';
import { useAttempt } from '../frame/useAttempt.js';

type Session = Schemas['OwnSession'];

/** Where the caller is signed in, and how to end what it does not want. */
export default function SessionsTab() {
  const { data, error, refetch } = useQuery({
    queryKey: ['sessions'],
    queryFn: async () => (await dataOf(api.GET('/api/v1/me/sessions'))).items,
  });
  const { end, endOthers } = useEnding();
  const others = data?.filter(({ current }) => !current).length ?? 0;
  return (
    <>
      <p className="cf-muted">
        Una sessione si chiude da sola dopo mezz’ora senza uso e in ogni caso dopo dodici ore. Il
        programma non conserva l’indirizzo da cui entri.
      </p>
      <DataTable
        caption="Dove hai effettuato l’accesso"
        columns={COLUMNS}
        rows={data}
        rowKey={({ id }) => id}
        actions={(session) =>
          session.current ? null : (
            <RowAction
              icon="logout"
              label={`Chiudi la sessione ${nameOf(session)}`}
              onClick={() => void end(session)}
            />
          )
        }
        error={error}
        retry={() => void refetch()}
        empty={null}
      />
      {others > 0 && (
        <div className="cf-buttons">
          <Button type="button" color="danger" outline onClick={() => void endOthers(others)}>
            <Icon name="logout" />
            {others === 1 ? 'Chiudi l’altra sessione' : `Chiudi le altre ${others} sessioni`}
          </Button>
        </div>
      )}
    </>
  );
}

const nameOf = ({ device }: Session): string => device ?? 'da un dispositivo non riconosciuto';

const COLUMNS: Column<Session>[] = [
  {
    key: 'device',
    header: 'Dispositivo',
    phone: 'title',
    cell: (session) => (
      <span className="cf-buttons">
        {session.device ?? <span className="cf-unknown">non riconosciuto</span>}
        {session.current && <StateChip word="questa" icon="check" tone="good" />}
      </span>
    ),
  },
  { key: 'created', header: 'Accesso', cell: ({ createdAt }) => instant(createdAt) },
  { key: 'seen', header: 'Ultimo uso', cell: ({ lastSeenAt }) => instant(lastSeenAt) },
];

function useEnding() {
  const client = useQueryClient();
  const ask = useConfirm();
  const attempt = useAttempt(() => client.invalidateQueries({ queryKey: ['sessions'] }));
  const end = async (session: Session) => {
    const sure = await ask({
      title: `Chiudere la sessione ${nameOf(session)}?`,
      text: 'Su quel dispositivo servirà di nuovo la password.',
      action: 'Chiudi la sessione',
      danger: true,
    });
    if (sure === null) return;
    const params = { path: { sessionId: session.id } };
    await attempt(api.DELETE('/api/v1/me/sessions/{sessionId}', { params }), 'Sessione chiusa.');
  };
  const endOthers = async (others: number) => {
    const sure = await ask({
      title: `Chiudere ${plural(others, 'altra sessione', 'altre sessioni')}?`,
      text: 'Resti collegato soltanto qui. Le chiavi API non cambiano.',
      action: 'Chiudi',
      danger: true,
    });
    if (sure === null) return;
    await attempt(api.POST('/api/v1/me/sessions/end-others'), 'Resta soltanto questa sessione.');
  };
  return { end, endOthers };
}
