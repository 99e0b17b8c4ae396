import { Button } from 'design-react-kit';
import { useMay } from '../api/session.js';
import { useAttempt } from '../frame/useAttempt.js';
import { acceptRequest, useRequestsChanged } from './request-queries.js';
import type { Request, RequestState } from './request-queries.js';

export type Doing = 'assign' | 'correct' | 'deliver' | 'confirm' | 'refused' | 'unmet';

/** The next step stands first. */
const STEPS: Record<RequestState, { doing: Doing; word: string }[]> = {
  received: [
    { doing: 'assign', word: 'Assegna un mediatore' },
    { doing: 'correct', word: 'Correggi la richiesta' },
    { doing: 'unmet', word: 'Non si può evadere' },
    { doing: 'refused', word: 'Rifiuta' },
  ],
  accepted: [
    { doing: 'assign', word: 'Assegna un mediatore' },
    { doing: 'correct', word: 'Correggi la richiesta' },
    { doing: 'unmet', word: 'Non si può evadere' },
    { doing: 'refused', word: 'Rifiuta' },
  ],
  assigned: [
    { doing: 'deliver', word: 'Registra le ore svolte' },
    { doing: 'assign', word: 'Cambia l’assegnazione' },
    { doing: 'unmet', word: 'Non si può evadere' },
    { doing: 'refused', word: 'Ritirata o rifiutata' },
  ],
  delivered: [
    { doing: 'confirm', word: 'Chiedi la conferma all’ente' },
    { doing: 'deliver', word: 'Correggi le ore' },
  ],
  contested: [{ doing: 'deliver', word: 'Correggi le ore' }],
  confirmed: [],
  refused: [],
  unmet: [],
};

interface RequestActionsProps {
  request: Request;
  start: (doing: Doing) => void;
}

export function RequestActions({ request, start }: RequestActionsProps) {
  const may = useMay();
  const attempt = useAttempt(useRequestsChanged());
  if (!may('request.edit', request.projectId)) return null;
  const accept = () => attempt(acceptRequest(request), 'Richiesta presa in carico.');
  return (
    <div className="cf-buttons">
      {STEPS[request.state].map(({ doing, word }, index) => (
        <Button
          key={doing}
          type="button"
          color={doing === 'refused' || doing === 'unmet' ? 'danger' : 'primary'}
          outline={index > 0}
          size="sm"
          onClick={() => start(doing)}
        >
          {word}
        </Button>
      ))}
      {request.state === 'received' && (
        <Button type="button" color="primary" outline size="sm" onClick={() => void accept()}>
          Prendi in carico
        </Button>
      )}
    </div>
  );
}
