import { Facts } from '../frame/Card.js';
import { day } from '../frame/format.js';
import type { Recipient } from './recipient-queries.js';
import { TargetChip } from './words.js';

/** What the program says of a person by itself. */
export function RecipientFacts({ recipient }: { projectId: string; recipient: Recipient }) {
  const { target, partnerName, takenOn, courses, mergedInto } = recipient;
  return (
    <Facts
      rows={[
        { term: 'Stato oggi', value: <TargetChip target={target} /> },
        { term: 'In carico dal', value: day(takenOn) },
        { term: 'Ente', value: partnerName ?? 'intero progetto' },
        { term: 'Corsi', value: courses.length > 0 ? courses.join(', ') : 'nessuno' },
        ...(mergedInto ? [{ term: 'Stessa persona di', value: mergedInto }] : []),
      ]}
    />
  );
}
