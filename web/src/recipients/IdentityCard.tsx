import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { sentenceOf } from '../api/problem.js';
import type { Schemas } from '../api/client.js';
import { useMay } from '../api/session.js';
import { useCoursesChanged } from '../courses/course-queries.js';
import { Card, Facts } from '../frame/Card.js';
import { useConfirm } from '../frame/confirm.js';
import { day, instant } from '../frame/format.js';
import { useToast } from '../frame/toast.js';
import { eraseIdentity, identityQuery, readIdentity } from './identity-queries.js';
import type { Identity } from './identity-queries.js';
import { IdentityForm } from './IdentityForm.js';

const ACTS: Record<string, string> = {
  insert: 'scritta',
  update: 'cambiata',
  delete: 'cancellata',
  read: 'letta',
};

interface CardProps {
  projectId: string;
  recipientId: string;
}

/** Who it is stands apart: to read it one says why, and that stays written. */
export function IdentityCard({ projectId, recipientId }: CardProps) {
  const { data } = useQuery(identityQuery(projectId, recipientId));
  const [shown, setShown] = useState<Identity | null>(null);
  const [writing, setWriting] = useState(false);
  const { read, erase } = useIdentityActions({ projectId, recipientId }, setShown);
  if (!data) return null;
  const closed = data.erasedOn !== null || data.restrictedOn !== null;
  return (
    <Card title="Identità" lead={leadOf(data)}>
      {shown && <Who identity={shown} />}
      {!closed && (
        <Buttons
          projectId={projectId}
          kept={data.kept}
          read={shown ? null : read}
          write={() => setWriting(!writing)}
          erase={erase}
        />
      )}
      {writing && (
        <IdentityForm
          projectId={projectId}
          recipientId={recipientId}
          known={shown}
          done={() => {
            setWriting(false);
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
  /** Null when it is being read. */
  read: (() => Promise<void>) | null;
  write: () => void;
  erase: () => Promise<void>;
}

function Buttons({ projectId, kept, read, write, erase }: ButtonsProps) {
  const may = useMay();
  const outlined = { type: 'button', outline: true, size: 'sm' } as const;
  return (
    <div className="cf-bar">
      {kept && read && (
        <Button {...outlined} color="primary" onClick={() => void read()}>
          Leggi chi è
        </Button>
      )}
      {may('identity.edit', projectId) && (
        <Button {...outlined} color="primary" onClick={write}>
          {kept ? 'Riscrivi l’identità' : 'Scrivi l’identità'}
        </Button>
      )}
      {kept && may('identity.erase', projectId) && (
        <Button {...outlined} color="danger" onClick={() => void erase()}>
          Cancella l’identità
        </Button>
      )}
    </div>
  );
}

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

interface State {
  kept: boolean;
  erasedOn: string | null;
  restrictedOn: string | null;
}

function leadOf({ kept, erasedOn, restrictedOn }: State): string {
  if (erasedOn) return `Cancellata il ${day(erasedOn)}: restano codice e conteggi.`;
  if (restrictedOn) return `Trattamento limitato dal ${day(restrictedOn)}: nessuno può leggerla.`;
  return kept ? 'Conservata a parte, cifrata.' : 'Non conservata: questa persona è solo un codice.';
}

function useIdentityActions(
  { projectId, recipientId }: CardProps,
  setShown: (identity: Identity | null) => void,
) {
  const ask = useConfirm();
  const toast = useToast();
  const changed = useCoursesChanged(projectId);
  const told = (error: unknown) => toast({ text: sentenceOf(error), tone: 'bad' });
  const read = async () => {
    const purpose = await ask({
      title: 'Leggere chi è',
      text: 'La lettura resta nel registro, con il tuo nome e il motivo.',
      action: 'Leggi',
      reasonLabel: 'Perché serve sapere chi è',
    });
    if (!purpose) return;
    await readIdentity(projectId, recipientId, purpose).then(setShown, told);
    await changed();
  };
  const erase = async () => {
    const reason = await ask({
      title: 'Cancellare l’identità',
      text: 'Non torna più. Restano il codice e i conteggi.',
      action: 'Cancella l’identità',
      danger: true,
      reasonLabel: 'Perché si cancella',
    });
    if (!reason) return;
    await eraseIdentity(projectId, recipientId, reason).then(() => setShown(null), told);
    await changed();
  };
  return { read, erase };
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
