import { Button } from 'design-react-kit';
import { useState } from 'react';
import { Secret } from '../frame/Secret.js';
import type { Schemas } from '../api/client.js';
import { day } from '../frame/format.js';
import { useAttempt } from '../frame/useAttempt.js';
import { askToConfirm, useRequestsChanged } from './request-queries.js';
import type { Request } from './request-queries.js';

/** Sends the one-time link; it is shown here once too, for whoever has no address. */
export function ConfirmLink({ request, done }: { request: Request; done: () => void }) {
  const attempt = useAttempt(useRequestsChanged());
  const [link, setLink] = useState<Schemas['ConfirmationLink'] | null>(null);
  if (!link)
    return (
      <div className="cf-stack">
        <p>
          {request.askedByEmail
            ? `Il collegamento parte per ${request.askedByEmail} e vale una volta sola.`
            : 'Il referente non ha un indirizzo di posta: il collegamento comparirà qui, da consegnare a mano.'}
        </p>
        <div className="cf-buttons">
          <Button
            type="button"
            color="primary"
            onClick={() => void attempt(askToConfirm(request).then(setLink))}
          >
            Crea il collegamento
          </Button>
          <Button type="button" color="primary" outline onClick={done}>
            Torna indietro
          </Button>
        </div>
      </div>
    );
  return (
    <div className="cf-stack">
      <p role="status">
        {link.sentTo ? `Spedito a ${link.sentTo}.` : 'Creato.'} Vale fino al{' '}
        {day(link.expiresAt.slice(0, 10))}.
      </p>
      {link.address && (
        <Secret
          label="Collegamento per confermare"
          value={link.address}
          note="Si vede solo adesso: non è conservato da nessuna parte."
        />
      )}
      <div className="cf-buttons">
        <Button type="button" color="primary" onClick={done}>
          Fatto
        </Button>
      </div>
    </div>
  );
}
