import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Facts } from '../frame/Card.js';
import { day } from '../frame/format.js';
import { History } from '../frame/History.js';
import { SidePanel } from '../frame/SidePanel.js';
import { DemoMark } from '../frame/StateChip.js';
import { countryName } from '../frame/countries.js';
import { Loading } from '../frame/Loading.js';
import { languageName } from '../frame/languages.js';
import { AssignForm } from './AssignForm.js';
import { CloseForm } from './CloseForm.js';
import { ConfirmLink } from './ConfirmLink.js';
import { CorrectForm } from './CorrectForm.js';
import { DeliverForm } from './DeliverForm.js';
import { RequestActions } from './RequestActions.js';
import type { Doing } from './RequestActions.js';
import { requestHistoryQuery, requestQuery } from './request-queries.js';
import type { Request } from './request-queries.js';
import { CLOSINGS, MODES, ORIGINS, RequestStateChip, STATES, whenOf } from './words.js';

interface RequestPanelProps {
  /** 'project/request', as the address has it. */
  name: string;
  close: () => void;
}

/** One request: what was asked, what became of it, and the next step. */
export default function RequestPanel({ name, close }: RequestPanelProps) {
  const [projectId = '', id = ''] = name.split('/');
  const { data, error, refetch } = useQuery(requestQuery(projectId, id));
  const [doing, setDoing] = useState<Doing | null>(null);
  if (!data)
    return (
      <SidePanel title="Richiesta" onClose={close}>
        <Loading {...{ error, refetch }} />
      </SidePanel>
    );
  return (
    <SidePanel
      title={`Richiesta n. ${data.number}`}
      lead={`${data.organisationName}, ${languageName(data.language)}`}
      onClose={close}
      footer={!doing && <RequestActions request={data} start={setDoing} />}
    >
      {doing ? FORMS[doing](data, () => setDoing(null)) : <Sheet request={data} />}
    </SidePanel>
  );
}

const FORMS: Record<Doing, (request: Request, done: () => void) => ReactNode> = {
  assign: (request, done) => <AssignForm request={request} done={done} />,
  correct: (request, done) => <CorrectForm request={request} done={done} />,
  deliver: (request, done) => <DeliverForm request={request} done={done} />,
  confirm: (request, done) => <ConfirmLink request={request} done={done} />,
  refused: (request, done) => <CloseForm request={request} state="refused" done={done} />,
  unmet: (request, done) => <CloseForm request={request} state="unmet" done={done} />,
};

function Sheet({ request }: { request: Request }) {
  return (
    <div className="cf-stack">
      <p>
        <RequestStateChip state={request.state} /> {request.demonstration && <DemoMark />}
      </p>
      {request.contestReason && (
        <p className="cf-field-error">L’ente contesta le ore: {request.contestReason}</p>
      )}
      <Facts rows={factsOf(request)} />
      <RequestHistory request={request} />
    </div>
  );
}

function factsOf(request: Request) {
  const { askedBy, askedByEmail, askedByPhone, closing, closingNote, confirmBefore } = request;
  const rows = [
    { term: 'Quando', value: whenOf(request) },
    { term: 'Motivo', value: request.reason },
    { term: 'Modo', value: [MODES[request.mode], request.place].filter(Boolean).join(', ') },
    {
      term: 'Referente dell’ente',
      value: [askedBy, askedByPhone, askedByEmail].filter(Boolean).join(', '),
    },
    { term: 'Referente dell’intervento', value: request.meets },
    { term: 'Cittadinanza', value: request.citizenship && countryName(request.citizenship) },
    { term: 'Territorio', value: request.territoryName },
    { term: 'Mediatore', value: request.mediatorName },
    { term: 'Conferma chiesta, entro il', value: confirmBefore && day(confirmBefore.slice(0, 10)) },
    {
      term: 'Perché non è andata avanti',
      value: closing && [CLOSINGS[closing], closingNote].filter(Boolean).join(': '),
    },
    {
      term: 'Arrivata',
      value: `${ORIGINS[request.origin]}, ${day(request.receivedOn)} alle ${request.receivedTime}`,
    },
    {
      term: 'Prima risposta',
      value: request.answeredOn && `${day(request.answeredOn)} alle ${request.answeredTime}`,
    },
    { term: 'Progetto', value: request.projectTitle },
  ];
  return rows.filter(({ value }) => value);
}

const FIELDS: Record<string, string> = {
  state: 'Stato',
  wantedDay: 'Giorno',
  wantedTime: 'Ora',
  minutes: 'Minuti',
  language: 'Lingua',
  reason: 'Motivo',
  closing: 'Perché non è andata avanti',
  contestReason: 'Contestazione',
};

const SHOWN: Record<string, (value: string) => string> = {
  state: (value) => (value in STATES ? STATES[value as Request['state']].word : value),
  language: languageName,
  wantedDay: day,
};

function RequestHistory({ request: { projectId, id } }: { request: Request }) {
  const { data } = useQuery(requestHistoryQuery(projectId, id));
  return (
    <History
      entries={data}
      words={FIELDS}
      show={(field, value) => SHOWN[field]?.(value) ?? value}
    />
  );
}
