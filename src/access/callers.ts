import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Caller, type Membership } from './caller.js';

interface Found {
  name: string;
  email: string;
  person_id: string | null;
  memberships: Membership[];
}

/** A user as the caller of something that carries no session, such as the secret address of a calendar: to read only. */
@Injectable()
export class Callers {
  constructor(private readonly source: DataSource) {}

  /** With the roles of this moment; null when the user is disabled or has none left. */
  async reading(userId: string): Promise<Caller | null> {
    const [found] = (await this.source.query(
      `SELECT u.name, u.email, u.person_id, json_agg(json_build_object('projectId', m.project_id, 'role', m.role, 'participationId', m.participation_id)) AS memberships
       FROM app_user u JOIN member m ON m.user_id = u.id WHERE u.id = $1 AND u.disabled_at IS NULL GROUP BY u.id`,
      [userId],
    )) as Found[];
    if (!found) return null;
    const { name, email, person_id: personId, memberships } = found;
    const rights = { systemAdmin: false, readOnly: true, personalToken: false, onlyProject: null };
    return new Caller({ userId, sessionId: '', name, email, personId, ...rights, memberships });
  }
}
