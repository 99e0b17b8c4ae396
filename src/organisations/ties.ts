import type { EntityManager } from 'typeorm';
import type { ChangeOrganisation } from './organisations.dto.js';

/** Puts the given aliases, networks, sizes and collaborations in the place of the old; a list that is left out stays. */
export async function replaceTies(
  db: EntityManager,
  id: string,
  { aliases, networks, declaredSizes, collaborations }: ChangeOrganisation,
): Promise<void> {
  if (aliases) await replaceAliases(db, id, aliases);
  if (networks) await replaceNetworks(db, id, networks);
  if (declaredSizes) await replaceSizes(db, id, declaredSizes);
  if (collaborations) await replaceCollaborations(db, id, collaborations);
}

async function replaceAliases(db: EntityManager, id: string, aliases: string[]): Promise<void> {
  const values = [id, aliases];
  await db.query(
    'DELETE FROM organisation_alias WHERE organisation_id = $1 AND alias <> ALL($2::text[])',
    values,
  );
  await db.query(
    'INSERT INTO organisation_alias (organisation_id, alias) SELECT $1, a FROM unnest($2::text[]) a ON CONFLICT DO NOTHING',
    values,
  );
}

async function replaceNetworks(
  db: EntityManager,
  id: string,
  networks: NonNullable<ChangeOrganisation['networks']>,
): Promise<void> {
  const ids = networks.map((tie) => tie.networkId);
  const notes = networks.map((tie) => tie.note ?? null);
  await db.query(
    'DELETE FROM network_membership WHERE organisation_id = $1 AND network_id <> ALL($2::uuid[])',
    [id, ids],
  );
  await db.query(
    `INSERT INTO network_membership (organisation_id, network_id, note)
     SELECT $1, n, t FROM unnest($2::uuid[], $3::text[]) AS x(n, t)
     ON CONFLICT (network_id, organisation_id) DO UPDATE SET note = excluded.note
       WHERE network_membership.note IS DISTINCT FROM excluded.note`,
    [id, ids, notes],
  );
}

async function replaceSizes(
  db: EntityManager,
  id: string,
  sizes: NonNullable<ChangeOrganisation['declaredSizes']>,
): Promise<void> {
  await db.query('DELETE FROM network_size WHERE network_id = $1', [id]);
  await db.query(
    `INSERT INTO network_size (network_id, size, counted_on, source)
     SELECT $1, s, d, t FROM unnest($2::int[], $3::text[], $4::text[]) AS x(s, d, t)`,
    [id, sizes.map((s) => s.size), sizes.map((s) => s.countedOn), sizes.map((s) => s.source)],
  );
}

async function replaceCollaborations(
  db: EntityManager,
  id: string,
  collaborations: NonNullable<ChangeOrganisation['collaborations']>,
): Promise<void> {
  const ids = collaborations.map((tie) => tie.organisationId);
  // A collaboration has no direction: one that the other body has written down is kept as it is, or goes with this list.
  await db.query(
    `DELETE FROM collaboration WHERE (organisation_id = $1 AND other_id <> ALL($2::uuid[]))
       OR (other_id = $1 AND organisation_id <> ALL($2::uuid[]))`,
    [id, ids],
  );
  await db.query(
    `INSERT INTO collaboration (organisation_id, other_id, note)
     SELECT $1, o, t FROM unnest($2::uuid[], $3::text[]) AS x(o, t)
     WHERE NOT EXISTS (SELECT FROM collaboration c WHERE c.other_id = $1 AND c.organisation_id = o)
     ON CONFLICT (organisation_id, other_id) DO UPDATE SET note = excluded.note
       WHERE collaboration.note IS DISTINCT FROM excluded.note`,
    [id, ids, collaborations.map((tie) => tie.note ?? null)],
  );
}
