import { RuleBroken } from '../kernel/errors.js';
import { describeConstraint } from '../platform/constraints.js';
import type { ParticipationRole } from './participation.entity.js';

const ADHERENTS: readonly ParticipationRole[] = ['adherent', 'foreign_adherent'];

/** Only adherents join through a network: a lead or a partner answers for itself. */
export function assertNetworkFits(role: ParticipationRole, viaNetworkId: string | null): void {
  if (viaNetworkId === null || ADHERENTS.includes(role)) return;
  throw new RuleBroken(
    'participation.network',
    'Solo un ente aderente partecipa attraverso una rete: togli la rete o cambia il ruolo.',
    [{ path: 'viaNetworkId', message: 'Ammessa soltanto per gli aderenti.' }],
  );
}

describeConstraint('participation_one_lead', {
  status: 409,
  code: 'participation.lead',
  detail: 'Il progetto ha già un capofila: cambia prima il suo ruolo.',
});

describeConstraint('participation_project_id_organisation_id_role_key', {
  status: 409,
  code: 'participation.duplicate',
  detail: 'Questo ente ha già questo ruolo nel progetto.',
});
