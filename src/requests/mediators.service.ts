import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { billableOf } from '../contracts/billable.js';
import { Writes } from '../platform/write.js';
import { timesOf } from './delivered-times.js';
import type { MediatorInput, MediatorList, MediatorView, ProposalList } from './mediator.dto.js';
import { Mediator, MediatorSlot } from './mediator.entity.js';
import { availabilityOf, ranked, type Slot } from './proposals.js';
import type { RequestView } from './request.dto.js';
import { requestView } from './requests.service.js';

const MEDIATORS = `
  SELECT m.person_id AS "personId", p.name, o.name AS "organisationName", m.languages, m.email, m.demonstration,
    coalesce((SELECT json_agg(json_build_object('weekday', s.weekday, 'fromTime', to_char(s.from_time, 'HH24:MI'),
      'toTime', to_char(s.to_time, 'HH24:MI')) ORDER BY s.weekday, s.from_time) FROM mediator_slot s WHERE s.mediator_id = m.id), '[]') AS slots
  FROM mediator m JOIN person p ON p.id = m.person_id LEFT JOIN organisation o ON o.id = p.organisation_id`;

/** What is left for who asks, by what is bought and allotted. A line pays for a mediator when its contract is with the mediator, or with the mediator's body and nobody in particular. */
const CANDIDATES = `
  SELECT c.*, EXISTS (SELECT FROM activity_staff s WHERE s.person_id = c."personId" AND s.span && tsrange($3::date + $4::time, $3::date + $5::time)
      AND s.activity_id IS DISTINCT FROM $6::uuid) AS busy,
    coalesce((SELECT json_agg(json_build_object('id', l.id, 'title', k.title, 'minimum', l.minimum, 'step', l.step,
        'residual', least(l.bought - contract_line_used(l.id, true), (SELECT min(h.amount - contract_allotment_used(h.id, true))
          FROM hour_allotment h WHERE h.contract_line_id = l.id AND (h.organisation_id = $7 OR h.territory_id = $8)))))
      FROM contract_line l JOIN contract k ON k.id = l.contract_id JOIN person p ON p.id = c."personId"
      WHERE l.project_id = $1 AND l.kind = 'on_call_mediation' AND k.state = 'active' AND (l.language IS NULL OR l.language = $2)
        AND $3::date BETWEEN l.valid_from AND l.valid_to
        AND (k.person_id = p.id OR (k.person_id IS NULL AND k.organisation_id = p.organisation_id))), '[]') AS lines
  FROM (${MEDIATORS} WHERE $2 = ANY(m.languages)) c`;

interface Candidate extends MediatorView {
  slots: Slot[];
  busy: boolean;
  lines: { id: string; title: string; minimum: number; step: number; residual: number }[];
}

/** Mediators of the institute: their languages, their usual times, and who of them suits a request. */
@Injectable()
export class MediatorsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
  ) {}

  async list(): Promise<MediatorList> {
    return { items: await this.source.query(`${MEDIATORS} ORDER BY p.name, m.id`) };
  }

  /** Says of a person what it is as a mediator, in place of what was said before. */
  keep(personId: string, { languages, email = null, slots }: MediatorInput): Promise<MediatorView> {
    return this.writes.run(async (db) => {
      const mediator = await mediatorOf(db, personId);
      await db.save(Object.assign(mediator, { languages: [...new Set(languages)], email }));
      await db.delete(MediatorSlot, { mediatorId: mediator.id });
      const rows = slots.map((slot) =>
        db.create(MediatorSlot, { ...slot, mediatorId: mediator.id }),
      );
      await db.save(rows);
      const [view] = (await db.query(`${MEDIATORS} WHERE m.id = $1`, [mediator.id])) as [
        MediatorView,
      ];
      return view;
    });
  }

  /** By language, then by who is free, whose hours are left, who usually can come. */
  async proposals(caller: Caller, id: string): Promise<ProposalList> {
    const request = await requestView(this.source.manager, caller, id);
    const { language, wantedDay: day, wantedTime: start, minutes, projectId, activityId } = request;
    const end = endOf(request);
    const candidates: Candidate[] = await this.source.query(CANDIDATES, [
      projectId,
      language,
      day,
      start,
      end,
      activityId,
      request.organisationId,
      request.territoryId,
    ]);
    const weekday = Temporal.PlainDate.from(day).dayOfWeek;
    const worked = { kind: 'on_call_mediation', minutes, quantity: null };
    const proposals = candidates.map(
      ({ personId, name, organisationName, slots, busy, lines }) => ({
        personId,
        name,
        organisationName,
        free: !busy,
        available: availabilityOf(slots, { weekday, start, end }),
        lines: lines.map(({ id: contractLineId, title, residual, minimum, step }) => ({
          contractLineId,
          label: title,
          residual,
          enough: residual >= billableOf({ unit: 'minutes', minimum, step }, worked),
        })),
      }),
    );
    return { items: ranked(proposals) };
  }
}

const endOf = ({ wantedTime, minutes }: RequestView): string =>
  timesOf({ startTime: wantedTime, minutes }, minutes).endTime ?? wantedTime;

async function mediatorOf(db: EntityManager, personId: string): Promise<Mediator> {
  const known = await db.findOne(Mediator, {
    where: { personId },
    lock: { mode: 'pessimistic_write' },
  });
  if (known) return Object.assign(known, { version: known.version + 1 });
  return db.create(Mediator, { personId });
}
