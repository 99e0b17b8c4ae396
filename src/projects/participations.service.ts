import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import type { History } from '../platform/audit/audit.dto.js';
import { bumpVersion, given } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { openProject } from './open-project.js';
import { assertNetworkFits } from './participation-rules.js';
import { Participation } from './participation.entity.js';
import type {
  AddParticipation,
  ChangeParticipation,
  NetworkView,
  ParticipationFilter,
  ParticipationPage,
  ParticipationView,
} from './participations.dto.js';
import { networkOf, pageOfParticipations, participationOf } from './participations.queries.js';

/** Who takes part in a project and as what. */
@Injectable()
export class ParticipationsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly trail: AuditTrail,
  ) {}

  list(projectId: string, filter: ParticipationFilter, caller: Caller): Promise<ParticipationPage> {
    return pageOfParticipations(this.source.manager, projectId, filter, caller);
  }

  network(projectId: string, caller: Caller): Promise<NetworkView> {
    return networkOf(this.source.manager, projectId, caller);
  }

  read(projectId: string, id: string, caller: Caller): Promise<ParticipationView> {
    return participationOf(this.source.manager, projectId, id, caller);
  }

  async history(projectId: string, id: string, caller: Caller): Promise<History> {
    await this.read(projectId, id, caller);
    return { items: await this.trail.of('participation', id) };
  }

  add(projectId: string, body: AddParticipation, caller: Caller): Promise<ParticipationView> {
    return this.writes.run(async (db) => {
      await openProject(db, projectId);
      assertNetworkFits(body.role, body.viaNetworkId ?? null);
      const { id } = await db.save(db.create(Participation, { ...given(body), projectId }));
      return participationOf(db, projectId, id, caller);
    });
  }

  change(
    projectId: string,
    id: string,
    version: number,
    body: ChangeParticipation,
    caller: Caller,
  ): Promise<ParticipationView> {
    return this.writes.run(async (db) => {
      await openProject(db, projectId);
      const participation = await bumpVersion(db, Participation, { id, projectId }, version);
      Object.assign(participation, given(body));
      assertNetworkFits(participation.role, participation.viaNetworkId);
      await db.save(participation);
      return participationOf(db, projectId, id, caller);
    });
  }
}
