import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { binder, scopeSql } from '../access/scope.js';
import type { Config } from '../config.js';
import { Clock, formatDay, type IsoDate } from '../kernel/dates.js';
import { InjectConfig } from '../platform/config.token.js';
import { type Letter, Mail } from '../platform/mail/mail.js';
import { Writes } from '../platform/write.js';
import { ACTIVITY_SCOPE } from './activity-scope.js';
import type { EvidenceReminded } from './evidence-reminder.dto.js';

/** An activity that lacks evidence, and where its owners read. */
interface Lacking {
  id: string;
  projectId: string;
  projectTitle: string;
  day: IsoDate;
  kindLabel: string;
  place: string | null;
  already: boolean;
  owners: string[];
}

/** Asks those who owe the evidence of an activity for it: its people, the operators of its partner, else who logged it. */
@Injectable()
export class EvidenceReminders {
  constructor(
    private readonly writes: Writes,
    private readonly clock: Clock,
    private readonly mail: Mail,
    @InjectConfig() private readonly config: Config,
  ) {}

  /** One letter to each owner, with all that it owes; at most once a day for each activity. */
  remind(caller: Caller, projectId: string, ids: readonly string[]): Promise<EvidenceReminded> {
    return this.writes.run(async (db) => {
      const today = this.clock.today();
      const lacking = await lackingEvidence(db, caller, { projectId, ids, today });
      const open = lacking.filter(({ already }) => !already);
      const told = open.filter(({ owners }) => owners.length > 0);
      await db.query(
        'INSERT INTO evidence_reminder (activity_id, day) SELECT unnest($1::uuid[]), $2 ON CONFLICT DO NOTHING',
        [told.map(({ id }) => id), today],
      );
      const letters = lettersOf(told, this.config.publicUrl);
      for (const letter of letters) await this.mail.put(db, letter);
      return {
        reminded: told.length,
        already: lacking.length - open.length,
        unaddressed: open.length - told.length,
        letters: letters.length,
      };
    });
  }
}

/** Locked, so that two who ask at once write one letter. */
function lackingEvidence(
  db: EntityManager,
  caller: Caller,
  { projectId, ids, today }: { projectId: string; ids: readonly string[]; today: IsoDate },
): Promise<Lacking[]> {
  const params: unknown[] = [projectId, ids, today];
  const mine = scopeSql(caller, 'activity.confirm', ACTIVITY_SCOPE, binder(params));
  return db.query(
    `SELECT activity.id, activity.project_id AS "projectId", j.title AS "projectTitle", activity.day, k.label AS "kindLabel", activity.place,
       EXISTS (SELECT FROM evidence_reminder e WHERE e.activity_id = activity.id AND e.day = $3) AS already, ${OWNERS} AS owners
     FROM activity JOIN project j ON j.id = activity.project_id JOIN activity_kind k ON k.code = activity.kind
     WHERE activity.project_id = $1 AND activity.id = ANY($2::uuid[]) AND activity.state IN ('done', 'confirmed') AND ${mine}
       AND NOT EXISTS (SELECT FROM document d WHERE d.subject_table = 'activity' AND d.subject_id = activity.id AND d.state = 'attached')
     ORDER BY activity.day, activity.id FOR UPDATE OF activity`,
    params,
  );
}

const OWNERS = `
  coalesce(nullif(ARRAY(
    SELECT u.email::text FROM app_user u WHERE u.disabled_at IS NULL AND (u.person_id = ANY(activity.staff_ids) OR EXISTS (
      SELECT FROM member m WHERE m.user_id = u.id AND m.role = 'partner' AND m.participation_id = activity.participation_id))
    ORDER BY 1), '{}'),
    ARRAY(SELECT u.email::text FROM app_user u WHERE u.id = activity.created_by AND u.disabled_at IS NULL))`;

function lettersOf(lacking: readonly Lacking[], publicUrl: string): Letter[] {
  const byOwner = new Map<string, Lacking[]>();
  for (const activity of lacking)
    for (const to of activity.owners) byOwner.set(to, [...(byOwner.get(to) ?? []), activity]);
  return [...byOwner].map(([to, owed]) => ({
    to,
    subject:
      owed.length === 1
        ? 'Manca la prova di un’attività'
        : `Mancano le prove di ${owed.length} attività`,
    text: [owed[0]?.projectTitle, '', 'Allega il registro firmato o un’altra prova a:', '']
      .concat(owed.map((activity) => lineOf(activity, publicUrl)))
      .join('\n'),
  }));
}

// Never a note nor a group: a letter travels in clear.
const lineOf = ({ id, projectId, day, kindLabel, place }: Lacking, publicUrl: string): string =>
  `- ${[formatDay(day), kindLabel, place].filter(Boolean).join(', ')}\n  ${publicUrl}/attivita?attivita=${projectId}.${id}\n`;
