import { AuditChain } from '../platform/audit/audit-chain.js';
import { SealsFile } from '../platform/audit/seals-file.js';
import { refusalOf } from '../platform/constraints.js';
import { Refused, type Work } from './command.js';
import { withDatabase } from './with-database.js';

/** Names the first entry of the audit that is not what it was. */
export const verifyAudit: Work = async (config) => {
  const { sealed, unsealed, compared, broken } = await withDatabase(config, async (source) => {
    const chain = new AuditChain(source, new SealsFile(config));
    await chain.seal();
    return chain.verify();
  });
  if (broken) throw new Refused(`Il registro delle modifiche è stato alterato: ${broken}.`);
  return `Il registro delle modifiche è integro: ${sealed} voci sigillate, ${unsealed} in attesa di sigillo; ${compared} sigilli confrontati con ${config.auditSealsFile}.`;
};

const SHORTEST_REASON = 5;
const NO_DATA_FOUND = 'P0002';

/** Erases the values of one entry, as the owner of the database; the erasure and its reason are on record. */
export const redactAudit: Work = async (config, entry, reason = '') => {
  if (!/^[1-9]\d{0,17}$/.test(entry)) throw new Refused(`«${entry}» non è il numero di una voce.`);
  if (reason.trim().length < SHORTEST_REASON)
    throw new Refused('Scrivere il motivo, fra virgolette: resta nel registro.');
  await withDatabase(
    config,
    async (source) => {
      const [found] = (await source.query('SELECT action, salt FROM audit_entry WHERE id = $1', [
        entry,
      ])) as { action: string; salt: string | null }[];
      if (found?.action === 'redact' || found?.salt === null)
        throw new Refused(`La voce ${entry} è già una cancellazione o è già stata cancellata.`);
      await source
        .query('SELECT audit_redact($1, $2)', [entry, reason.trim()])
        .catch((error: unknown) => {
          if (refusalOf(error).code !== NO_DATA_FOUND) throw error;
          throw new Refused(`La voce ${entry} non esiste.`);
        });
    },
    { asOwner: true },
  );
  return `I valori della voce ${entry} sono cancellati; il motivo è nel registro, che resta verificabile.`;
};
