import { assertNetworkFits } from './participation-rules.js';
import { participationRoles } from './participation.entity.js';

const NETWORK = '0190f3a0-0000-7000-8000-000000000001';

describe('joining a project through a network', () => {
  it.each(['adherent', 'foreign_adherent'] as const)('is for an %s', (role) => {
    expect(() => assertNetworkFits(role, NETWORK)).not.toThrow();
  });

  it.each(participationRoles.filter((role) => !role.endsWith('adherent')))(
    'is not for a %s',
    (role) => {
      expect(() => assertNetworkFits(role, NETWORK)).toThrow(
        expect.objectContaining({ code: 'participation.network' }),
      );
      expect(() => assertNetworkFits(role, null)).not.toThrow();
    },
  );
});
