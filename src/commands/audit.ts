import { AuditChain } from '../platform/audit/audit-chain.js';
import { type Command, Refused, withDatabase } from './command.js';

export const verifyAudit: Command = {
  does: 'verifica il registro delle modifiche e nomina la prima voce alterata',
  async run(config) {
    const { sealed, unsealed, broken } = await withDatabase(config, async (source) => {
      const chain = new AuditChain(source);
      await chain.seal();
      return chain.verify();
    });
    if (broken) throw new Refused(`Il registro delle modifiche è stato alterato: ${broken}.`);
    return `Il registro delle modifiche è integro: ${sealed} voci sigillate, ${unsealed} in attesa di sigillo.`;
  },
};
