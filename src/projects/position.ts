import type { EntityManager } from 'typeorm';
import { RuleBroken } from '../kernel/errors.js';
import type { Project } from './project.entity.js';

/** Fund, place in the programme and call must be of one fund; what is not chosen contradicts nothing. */
export async function assertOneFund(db: EntityManager, project: Project): Promise<void> {
  const { fundId, programmeNodeId, callId } = project;
  if (!programmeNodeId && !callId) return;
  const rows: { part: string; fundId: string }[] = await db.query(
    `SELECT 'programmeNodeId' AS part, g.fund_id AS "fundId" FROM programme_node n JOIN programme g ON g.id = n.programme_id WHERE n.id = $1
     UNION ALL SELECT 'callId', g.fund_id FROM call c JOIN programme g ON g.id = c.programme_id WHERE c.id = $2`,
    [programmeNodeId ?? null, callId ?? null],
  );
  const wrong = rows.filter((row) => row.fundId !== fundId);
  if (wrong.length === 0) return;
  throw new RuleBroken(
    'project.fund',
    'Fondo, posizione nel programma e avviso devono appartenere allo stesso fondo: scegli di nuovo.',
    wrong.map(({ part }) => ({ path: part, message: 'È di un altro fondo.' })),
  );
}
