import type { EntityManager } from 'typeorm';
import type { DemoIds } from './demo-ids.js';
import type { OrganisationFacts } from './facts.js';
import { insertRows, known } from './insert-rows.js';
import {
  callRules,
  costCategories,
  famiNodes,
  famiProgramme,
  funds,
  impactCall,
} from './programme-facts.js';

/** Funds, the FAMI programme with its tree, and the call of InterAzioni with categories and rules. */
export async function insertProgrammes(db: EntityManager, ids: DemoIds): Promise<void> {
  const fundRows = funds.map(({ key, name, note }) => ({ code: key, name, note }));
  const fundIds = await insertRows(db, 'fund', fundRows);
  funds.forEach(({ key }, index) => ids.keep('fund', key, fundIds[index] ?? ''));
  const { fund, code, name, years } = famiProgramme;
  const programme = { fund_id: ids.of('fund', fund), code, name, years };
  const [programmeId = ''] = await insertRows(db, 'programme', [programme]);
  for (const node of famiNodes) {
    const parent_id = node.parent ? ids.of('node', node.parent) : null;
    const row = { programme_id: programmeId, parent_id, kind: node.kind, code: node.code };
    const [id = ''] = await insertRows(db, 'programme_node', [{ ...row, label: node.label }]);
    ids.keep('node', node.key, id);
  }
  await insertCall(db, ids, programmeId);
}

async function insertCall(db: EntityManager, ids: DemoIds, programmeId: string): Promise<void> {
  const { key, title, note } = impactCall;
  const [callId = ''] = await insertRows(db, 'call', [{ programme_id: programmeId, title, note }]);
  ids.keep('call', key, callId);
  for (const [position, category] of costCategories.entries()) {
    const [id = ''] = await insertRows(db, 'cost_category', [
      {
        call_id: callId,
        parent_id: category.parent ? ids.of('costCategory', category.parent) : null,
        code: category.code,
        label: category.label,
        cap_rate: category.capRate ?? null,
        cap_base: category.capRate ? 'direct' : null,
        mandatory_if: category.mandatoryIf ?? null,
        position,
      },
    ]);
    ids.keep('costCategory', category.code, id);
  }
  const rules = callRules.map(({ code, label, value, source = null }) => ({
    call_id: callId,
    code,
    label,
    value,
    source,
  }));
  await insertRows(db, 'call_rule', rules);
}

/** The address book; a body comes after the one that it is part of. */
export async function insertOrganisations(
  db: EntityManager,
  ids: DemoIds,
  bodies: readonly OrganisationFacts[],
): Promise<void> {
  for (const body of bodies) {
    const { name, kind, country, region, place, website, note } = body;
    const row = known({ name, kind, country, region, place, website, note });
    const parent = body.parent ? ids.of('organisation', body.parent) : null;
    const more = { short_name: body.shortName ?? null, parent_id: parent };
    const demonstration = body.demonstration ?? false;
    const [id = ''] = await insertRows(db, 'organisation', [{ ...row, ...more, demonstration }]);
    ids.keep('organisation', body.key, id);
  }
  await insertTies(db, ids, bodies);
}

async function insertTies(
  db: EntityManager,
  ids: DemoIds,
  bodies: readonly OrganisationFacts[],
): Promise<void> {
  const own = (body: OrganisationFacts): string => ids.of('organisation', body.key);
  const aliases = bodies.flatMap((body) =>
    (body.aliases ?? []).map((alias) => ({ organisation_id: own(body), alias })),
  );
  const memberships = bodies.flatMap((body) =>
    (body.memberOf ?? []).map((network) => ({
      network_id: ids.of('organisation', network),
      organisation_id: own(body),
    })),
  );
  const sizes = bodies.flatMap((body) =>
    body.declaredSize ? [{ network_id: own(body), ...body.declaredSize }] : [],
  );
  const collaborations = bodies.flatMap((body) =>
    (body.collaborates ?? []).map(({ with: other, note }) => ({
      organisation_id: own(body),
      other_id: ids.of('organisation', other),
      note,
    })),
  );
  await insertRows(db, 'organisation_alias', aliases);
  await insertRows(db, 'network_membership', memberships);
  await insertRows(db, 'network_size', sizes);
  await insertRows(db, 'collaboration', collaborations);
}
