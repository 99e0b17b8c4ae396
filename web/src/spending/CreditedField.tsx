import { useQuery } from '@tanstack/react-query';
import { everyPage } from '../api/everyPage.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { day, euro } from '../frame/format.js';
import { documentsPage } from './spending-queries.js';
import { KINDS } from './words.js';

/** The document that a credit note reduces. */
export function CreditedField({ projectId }: { projectId: string }) {
  const { data = [] } = useQuery({
    queryKey: ['spending', projectId, 'creditable'],
    queryFn: () =>
      everyPage((after) => documentsPage(projectId, { state: 'recorded' }, after, 200)),
  });
  const choices = data
    .filter(({ kind }) => kind !== 'credit_note')
    .map(({ id, kind, number, issuerName, issuedOn, remaining }) => ({
      value: id,
      label: `${issuerName} · ${KINDS[kind]} ${number} · ${day(issuedOn)}`,
      hint: `restano ${euro(remaining)}`,
    }));
  return (
    <ChoiceField
      name="creditsId"
      label="Giustificativo che la nota riduce"
      choices={choices}
      required
    />
  );
}
