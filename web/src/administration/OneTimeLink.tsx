import { Button } from 'design-react-kit';
import { useState } from 'react';
import { instant } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { Secret } from '../frame/Secret.js';
import { useAttempt } from '../frame/useAttempt.js';
import { oneTimeLink } from './user-queries.js';
import type { User } from './user-queries.js';

/** Makes a first-access link. It is shown once and never kept. */
export function OneTimeLink({ user }: { user: User }) {
  const [link, setLink] = useState<{ address: string | null; expiresAt: string } | null>(null);
  const attempt = useAttempt();
  const make = () => void attempt(oneTimeLink(user.id).then(setLink));
  return (
    <section>
      <h3 className="cf-section-title">Primo accesso</h3>
      {link?.address ? (
        <Secret
          label={`Collegamento per ${user.name}`}
          value={link.address}
          note={`Vale una volta sola, fino al ${instant(link.expiresAt)}. Mandalo tu: non lo mostreremo di nuovo.`}
        />
      ) : (
        <>
          <p className="cf-help">
            Con un collegamento l’utente sceglie, o cambia, la sua password.
          </p>
          <Button type="button" color="primary" outline size="sm" onClick={make}>
            <Icon name="key" />
            Crea un collegamento
          </Button>
        </>
      )}
    </section>
  );
}
