import { useFormContext, useWatch } from 'react-hook-form';
import { hours } from '../frame/format.js';
import type { Proposal } from './request-queries.js';

const MOST = 6;

const AVAILABLE: Record<Proposal['available'], string> = {
  yes: 'di solito disponibile a quell’ora',
  no: 'di solito non disponibile a quell’ora',
  unknown: 'disponibilità non nota',
};

const roomOf = ({ lines }: Proposal): string => {
  const [first] = lines;
  if (!first) return 'nessun pacchetto di ore';
  return first.enough
    ? `restano ${hours(first.residual)} ore`
    : `ore insufficienti: restano ${hours(first.residual)}`;
};

const reasonOf = (proposal: Proposal): string =>
  [
    proposal.free ? 'senza altri impegni' : 'già impegnato a quell’ora',
    AVAILABLE[proposal.available],
    roomOf(proposal),
  ].join(' · ');

/** Those who speak the language, the most suitable first, each with the reasons. */
export function Proposals({ proposals }: { proposals: Proposal[] }) {
  const { setValue } = useFormContext();
  const chosen = useWatch({ name: 'mediatorId' }) as string;
  if (proposals.length === 0)
    return (
      <p className="cf-help">
        Nessun mediatore conosciuto parla questa lingua: scegli un’altra persona, oppure chiudi la
        richiesta come non evasa.
      </p>
    );
  const choose = ({ personId, lines }: Proposal) => {
    setValue('mediatorId', personId, { shouldDirty: true, shouldValidate: true });
    setValue('contractLineId', lines[0]?.contractLineId ?? '');
  };
  return (
    <fieldset className="cf-proposals">
      <legend className="cf-section-title">Chi può andare</legend>
      {proposals.slice(0, MOST).map((proposal) => (
        <label key={proposal.personId} className="cf-proposal">
          <input
            type="radio"
            name="proposal"
            checked={chosen === proposal.personId}
            onChange={() => choose(proposal)}
          />
          <span>
            <strong>{proposal.name}</strong>
            {proposal.organisationName && ` · ${proposal.organisationName}`}
            <small className="cf-second">{reasonOf(proposal)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
