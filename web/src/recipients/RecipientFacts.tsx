import { useMay } from '../api/session.js';
import { Facts } from '../frame/Card.js';
import { day } from '../frame/format.js';
import { IdentityCard } from './IdentityCard.js';
import type { Recipient } from './recipient-queries.js';
import { TargetChip } from './words.js';

interface FactsProps {
  projectId: string;
  recipient: Recipient;
}

/** What the program says of a person by itself. */
export function RecipientFacts({ projectId, recipient }: FactsProps) {
  const may = useMay();
  const { target, partnerName, takenOn, courses, mergedInto } = recipient;
  return (
    <div className="cf-stack">
      <Facts
        rows={[
          { term: 'Stato oggi', value: <TargetChip target={target} /> },
          { term: 'In carico dal', value: day(takenOn) },
          { term: 'Ente', value: partnerName ?? 'intero progetto' },
          { term: 'Corsi', value: courses.length > 0 ? courses.join(', ') : 'nessuno' },
          ...(mergedInto ? [{ term: 'Stessa persona di', value: mergedInto }] : []),
        ]}
      />
      {may('identity.view', projectId) && (
        <IdentityCard projectId={projectId} recipientId={recipient.id} code={recipient.code} />
      )}
    </div>
  );
}
