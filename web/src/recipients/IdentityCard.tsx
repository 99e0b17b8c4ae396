import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import type { Schemas } from '../api/client.js';
import { useMay } from '../api/session.js';
import { Card, Facts } from '../frame/Card.js';
import { day, instant } from '../frame/format.js';
import { Loading } from '../frame/Loading.js';
import { identityQuery } from './identity-queries.js';
import type { Identity } from './identity-queries.js';
import { IdentityForm } from './IdentityForm.js';
import { useIdentityActions } from './useIdentityActions.js';
import type { IdentityActions } from './useIdentityActions.js';

const ACTS: Record<string, string> = {
  insert: 'scritta',
  update: 'cambiata',
  delete: 'cancellata',
  read: 'letta',
};

interface CardProps {
  projectId: string;
  recipientId: string;
  code: string;
}

/** Who it is stands apart: to read it one says why, and that stays written. */
export function IdentityCard({ projectId, recipientId, code }: CardProps) {
  const { data, error, refetch } = useQuery(identityQuery(projectId, recipientId));
  const [shown, setShown] = useState<Identity | null>(null);
  // The version that is being rewritten: what somebody else writes meanwhile is not overwritten unseen.
  const [writing, setWriting] = useState<number | null>(null);
  const actions = useIdentityActions({ projectId, recipientId, code }, setShown);
  if (!data) return error && <Loading {...{ error, refetch }} />;
  return (
    <Card title="Identità" lead={leadOf(data)}>
      {shown && <Who identity={shown} />}
      {data.erasedOn === null && data.restrictedOn === null && (
        <Buttons
          projectId={projectId}
          kept={data.kept}
          shown={shown !== null}
          actions={actions}
          write={() => setWriting(writing === null ? (shown ?? data).version : null)}
        />
      )}
      {data.restrictedOn !== null && <Release projectId={projectId} release={actions.release} />}
      {writing !== null && (
        <IdentityForm
          projectId={projectId}
          recipientId={recipientId}
          version={writing}
          known={shown}
          done={() => {
            setWriting(null);
            setShown(null);
          }}
        />
      )}
      <Accesses accesses={data.accesses} />
    </Card>
  );
}

interface ButtonsProps {
  projectId: string;
  kept: boolean;
  /** It is being read. */
  shown: boolean;
  actions: IdentityActions;
  write: () => void;
}

const outlined = { type: 'button', outline: true, size: 'sm' } as const;

function Buttons({ projectId, kept, shown, actions, write }: ButtonsProps) {
  const may = useMay();
  return (
    <div className="cf-bar">
      {kept && !shown && (
        <Button {...outlined} color="primary" onClick={() => void actions.read()}>
          Leggi chi è
        </Button>
      )}
      {may('identity.edit', projectId) && (
        <Button {...outlined} color="primary" onClick={write}>
          {kept ? 'Riscrivi l’identità' : 'Scrivi l’identità'}
        </Button>
      )}
      {may('identity.export', projectId) && <HandOver handOver={actions.handOver} />}
      {kept && may('identity.erase', projectId) && <Close actions={actions} />}
    </div>
  );
}

interface ReleaseProps extends Pick<IdentityActions, 'release'> {
  projectId: string;
}

function Release({ projectId, release }: ReleaseProps) {
  if (!useMay()('identity.erase', projectId)) return null;
  return (
    <div className="cf-bar">
      <Button {...outlined} color="primary" onClick={() => void release()}>
        Togli la limitazione
      </Button>
    </div>
  );
}

const HandOver = ({ handOver }: Pick<IdentityActions, 'handOver'>) => (
  <>
    <Button {...outlined} color="primary" onClick={() => void handOver('pdf')}>
      Esporta i suoi dati in PDF
    </Button>
    <Button
      {...outlined}
      color="primary"
      aria-label="Esporta i suoi dati in JSON"
      onClick={() => void handOver('json')}
    >
      in JSON
    </Button>
  </>
);

const Close = ({ actions: { restrict, erase } }: { actions: IdentityActions }) => (
  <>
    <Button {...outlined} color="danger" onClick={() => void restrict()}>
      Limita il trattamento
    </Button>
    <Button {...outlined} color="danger" onClick={() => void erase()}>
      Cancella l’identità
    </Button>
  </>
);

const MOST = 5;

function Accesses({ accesses }: { accesses: Schemas['IdentityAccess'][] }) {
  if (accesses.length === 0) return null;
  return (
    <ul aria-label="Chi ha letto o cambiato l’identità">
      {accesses.slice(0, MOST).map(({ at, actor, action, reason }) => (
        <li key={at}>
          {instant(at)} · {ACTS[action]} da {actor ?? 'il programma'}
          {reason && `: ${reason}`}
        </li>
      ))}
    </ul>
  );
}

function leadOf({
  kept,
  erasedOn,
  restrictedOn,
  restrictedReason,
}: Schemas['IdentityState']): string {
  if (erasedOn) return `Cancellata il ${day(erasedOn)}: restano codice e conteggi.`;
  if (restrictedOn)
    return `Trattamento limitato dal ${day(restrictedOn)} (${restrictedReason}): nessuno può leggerla.`;
  return kept ? 'Conservata a parte, cifrata.' : 'Non conservata: questa persona è solo un codice.';
}

const Who = ({ identity }: { identity: Identity }) => (
  <Facts
    rows={[
      { term: 'Cognome e nome', value: `${identity.surname} ${identity.name}` },
      { term: 'Nascita', value: identity.birthDate && day(identity.birthDate) },
      { term: 'Codice fiscale', value: identity.taxCode },
      { term: 'Recapito', value: identity.contact },
      {
        term: 'Chi ne ha la responsabilità',
        value: [identity.guardian, identity.guardianContact].filter(Boolean).join(' · ') || null,
      },
    ]}
  />
);
