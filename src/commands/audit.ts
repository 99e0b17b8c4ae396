import { AuditChain } from '../platform/audit/audit-chain.js';
import { Refused, type Work } from './command.js';
import { withDatabase } from './with-database.js';

/** Names the first entry of the audit that is not what it was. */
export const verifyAudit: Work = async (config) => {
  const { sealed, unsealed, broken } = await withDatabase(config, async (source) => {
    const chain = new AuditChain(source);
    await chain.seal();
    return chain.verify();
  });
  if (broken) throw new Refused(`Il registro delle modifiche è stato alterato: ${broken}.`);
  return `Il registro delle modifiche è integro: ${sealed} voci sigillate, ${unsealed} in attesa di sigillo.`;
};
