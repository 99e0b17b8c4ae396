import type { EntityManager } from 'typeorm';
import type { AllotmentView, ContractLineView, ContractView } from './contract.dto.js';
import { stateOf } from './package.js';

type ContractRow = Omit<ContractView, 'lines'>;
type LineRow = Omit<ContractLineView, 'residual' | 'alert' | 'used'> & { used: string };

const CONTRACTS = `
  SELECT c.id, c.project_id AS "projectId", c.title, c.organisation_id AS "organisationId", o.name AS "organisationName",
    c.person_id AS "personId", p.name AS "personName", c.reference, c.signed_on AS "signedOn", c.valid_from AS "validFrom",
    c.valid_to AS "validTo", c.state, c.demonstration, c.version
  FROM contract c LEFT JOIN organisation o ON o.id = c.organisation_id LEFT JOIN person p ON p.id = c.person_id
  WHERE c.project_id = $1 AND ($2::uuid IS NULL OR c.id = $2)
  ORDER BY c.state = 'closed', c.valid_from DESC, c.title, c.id`;

const LINES = `
  SELECT l.id, l.contract_id AS "contractId", l.kind, k.label AS "kindLabel", k.unit, l.language, l.unit_rate AS "unitRate",
    l.bought, l.minimum, l.step, l.valid_from AS "validFrom", l.valid_to AS "validTo", l.demonstration, l.version,
    contract_line_used(l.id, true) AS used,
    coalesce((SELECT json_agg(json_build_object('id', h.id, 'organisationId', h.organisation_id, 'territoryId', h.territory_id,
        'name', coalesce(b.name, t.name), 'amount', h.amount) ORDER BY coalesce(b.name, t.name), h.id)
      FROM hour_allotment h LEFT JOIN organisation b ON b.id = h.organisation_id LEFT JOIN territory t ON t.id = h.territory_id
      WHERE h.contract_line_id = l.id), '[]') AS allotments
  FROM contract_line l JOIN activity_kind k ON k.code = l.kind
  WHERE l.project_id = $1 AND ($2::uuid IS NULL OR l.contract_id = $2)
  ORDER BY k.position, l.language NULLS FIRST, l.valid_from, l.id`;

/** The contracts of a project with their lines; one of them when it is named. Those in force come first. */
export async function contractsOf(
  db: EntityManager,
  projectId: string,
  contractId: string | null = null,
): Promise<ContractView[]> {
  const contracts: ContractRow[] = await db.query(CONTRACTS, [projectId, contractId]);
  const lines: LineRow[] = await db.query(LINES, [projectId, contractId]);
  const views = lines.map(toLineView);
  return contracts.map((contract) => ({
    ...contract,
    lines: views.filter((line) => line.contractId === contract.id),
  }));
}

function toLineView({ used: counted, ...line }: LineRow): ContractLineView {
  const used = Number(counted);
  const { residual, alert } = stateOf({ available: line.bought, used });
  const allotments: AllotmentView[] = line.allotments;
  return { ...line, allotments, used, residual: residual ?? 0, alert };
}
