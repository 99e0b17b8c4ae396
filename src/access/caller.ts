import { mayAny, type Actor, type Permission, type Role } from './permissions.js';

export interface Membership {
  projectId: string;
  role: Role;
  participationId: string | null;
  /** The project is archived: read, and nothing else. */
  archived?: boolean;
}

/** What a session says of its user. */
export interface Signed {
  userId: string;
  sessionId: string;
  name: string;
  email: string;
  personId: string | null;
  systemAdmin: boolean;
  /** A token that may only read. */
  readOnly: boolean;
  /** A personal API token, not a person at a browser. */
  personalToken: boolean;
  /** The one project that its token reaches; null for all of the user's. */
  onlyProject: string | null;
  memberships: readonly Membership[];
}

/** Who is calling, as the session found it; `projectId` is the project of the URL, if it names one. */
export class Caller {
  readonly userId = this.signed.userId;
  readonly personId = this.signed.personId;
  readonly memberships = this.signed.memberships;

  constructor(
    readonly signed: Signed,
    readonly projectId: string | null = null,
  ) {}

  within(projectId: string): Caller {
    return new Caller(this.signed, projectId);
  }

  /** The same caller with one role more: right after opening a project. */
  joining(membership: Membership): Caller {
    const memberships = [...this.memberships, membership];
    return new Caller({ ...this.signed, memberships }, this.projectId);
  }

  /** Roles in one project, or anywhere and whoever is signed in when none is named. */
  actors(projectId: string | null = this.projectId): Actor[] {
    const here = this.memberships.filter((m) => projectId === null || m.projectId === projectId);
    const actors: Actor[] = here.map((m) => m.role);
    if (projectId !== null) return actors;
    return this.signed.systemAdmin ? [...actors, 'user', 'system'] : [...actors, 'user'];
  }

  may(permission: Permission, projectId: string | null = this.projectId): boolean {
    return mayAny(this.actors(projectId), permission);
  }

  /** The memberships that carry a permission: what a list of it may reach. */
  reaching(permission: Permission): Membership[] {
    return this.memberships.filter((m) => mayAny([m.role], permission));
  }

  /** The participations that a partner's operator is bound to in this project; null when it reaches the whole project. */
  participationsIn(projectId: string, permission: Permission): string[] | null {
    const here = this.reaching(permission).filter((m) => m.projectId === projectId);
    if (here.some((m) => m.role !== 'partner' && m.role !== 'staff')) return null;
    return here.flatMap((m) => m.participationId ?? []);
  }

  /** True when the caller may do this with what it did itself (staff member). */
  mayForItself(projectId: string, permission: Permission): boolean {
    return this.reaching(permission).some((m) => m.projectId === projectId && m.role === 'staff');
  }

  /** Whether the project of the URL takes no more changes. */
  inArchive(): boolean {
    return this.memberships.some((m) => m.projectId === this.projectId && m.archived);
  }
}
