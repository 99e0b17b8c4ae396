import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/dates.js';
import type { Me, OwnProject } from './access.dto.js';
import { Caller } from './caller.js';
import { permissionsOf } from './permissions.js';

interface ProjectRow {
  id: string;
  slug: string;
  title: string;
  acronym: string | null;
}

const NOTE =
  'Dimostrazione: i dati di esempio vivono in un calendario proprio, che parte dal 20 novembre 2019.';

/** Who the caller is and what it may do where: what the screen needs first. */
@Injectable()
export class MeService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async read(caller: Caller): Promise<Me> {
    const { userId: id, name, email, personId, systemAdmin } = caller.signed;
    const today = this.clock.today();
    const [demo] = (await this.source.query(
      `SELECT 1 FROM setting WHERE key = 'demonstration'`,
    )) as unknown[];
    return {
      user: { id, name, email, personId, systemAdmin },
      today,
      demonstration: demo ? { today, note: NOTE } : null,
      projects: await this.projectsOf(caller),
      permissions: permissionsOf(caller.actors(null)),
    };
  }

  private async projectsOf(caller: Caller): Promise<OwnProject[]> {
    const ids = [...new Set(caller.memberships.map((m) => m.projectId))];
    const rows: ProjectRow[] = await this.source.query(
      'SELECT id, slug, title, acronym FROM project WHERE id = ANY($1::uuid[]) ORDER BY title',
      [ids],
    );
    return rows.map((row) => ({
      ...row,
      roles: caller.actors(row.id),
      permissions: permissionsOf(caller.actors(row.id)),
      participationIds: caller.memberships.flatMap((m) =>
        m.projectId === row.id ? (m.participationId ?? []) : [],
      ),
    }));
  }
}
