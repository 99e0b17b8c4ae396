/** Roles that a member has in a project. */
export const roles = [
  'coordinator',
  'administrator',
  'manager',
  'partner',
  'auditor',
  'legal',
  'staff',
] as const;
export type Role = (typeof roles)[number];
/** `system` is the institute-wide system administrator, who sees no project data; `user` whoever is signed in, with a role or none yet. */
export type Actor = Role | 'system' | 'user';

const everyone: Actor[] = [...roles, 'system'];
const readers: Actor[] = ['coordinator', 'administrator', 'manager', 'auditor', 'legal'];
const insiders: Actor[] = ['coordinator', 'administrator', 'manager'];

/** Who may do what: the only place where a role meets a permission. */
export const permissions = {
  'session.own': ['user'],
  'token.own': everyone,
  'user.view': ['system'],
  'user.edit': ['system'],

  'programme.view': [...readers, 'partner', 'staff'],
  'programme.edit': ['administrator', 'manager'],
  'organisation.view': [...readers, 'partner', 'staff'],
  'organisation.edit': insiders,
  'person.view': [...readers, 'partner', 'staff'],
  'person.edit': insiders,
  'territory.view': [...readers, 'partner', 'staff'],
  'territory.edit': insiders,
  'project.view': [...readers, 'partner', 'staff'],
  'project.names': ['system'],
  'project.create': ['coordinator', 'manager', 'system'],
  'project.edit': ['coordinator', 'manager'],
  'participation.view': [...readers, 'partner', 'staff'],
  'participation.edit': insiders,
  'team.edit': ['coordinator', 'manager'],
  'plan.view': [...readers, 'partner', 'staff'],
  'plan.edit': ['coordinator', 'manager'],
  'plan.approve': ['manager'],

  'activity.view': [...readers, 'partner', 'staff'],
  'activity.log': ['coordinator', 'manager', 'partner', 'staff'],
  'activity.confirm': ['coordinator', 'manager'],
  'activity.kinds': [...readers, 'partner', 'staff'],
  'kind.edit': ['coordinator', 'manager'],
  'hours.view': [...readers, 'partner'],

  'contract.view': readers,
  'contract.edit': insiders,
  'request.view': [...readers, 'partner', 'staff'],
  'request.edit': ['coordinator', 'manager'],

  'course.view': [...readers, 'partner', 'staff'],
  'course.edit': ['coordinator', 'manager', 'partner'],
  'training.view': [...readers, 'partner', 'staff'],
  'training.edit': ['coordinator', 'manager', 'partner'],
  'recipient.view': [...readers, 'partner', 'staff'],
  'recipient.edit': ['coordinator', 'manager', 'partner'],
  'recipient.merge': ['coordinator', 'manager'],
  'identity.view': ['coordinator', 'manager', 'partner'],
  'identity.edit': ['coordinator', 'manager', 'partner'],
  'identity.export': ['coordinator', 'manager'],
  'identity.erase': ['manager'],
  'retention.view': insiders,
  'retention.edit': ['manager'],
  'people.count': [...readers, 'partner'],
  'attendance.view': [...readers, 'partner', 'staff'],
  'attendance.edit': ['coordinator', 'manager', 'partner', 'staff'],
  'calendar.own': [...readers, 'partner', 'staff'],
  'content.view': readers,
  'content.edit': ['coordinator', 'manager'],

  'budget.view': [...readers, 'partner'],
  'budget.edit': ['administrator'],
  'budget.approve': ['manager'],
  'expense.view': [...readers, 'partner'],
  'expense.edit': ['administrator', 'partner'],

  'indicator.view': readers,
  'indicator.edit': ['coordinator', 'manager'],
  'report.view': readers,
  'report.edit': ['coordinator', 'manager'],
  'report.send': ['manager'],

  'job.view': [...readers, 'partner', 'staff'],
  'job.cancel': [...insiders, 'partner', 'staff'],
  'import.view': [...readers, 'partner'],
  'import.edit': [...insiders, 'partner'],
  'document.view': [...readers, 'partner', 'staff'],
  'document.confidential': readers,
  'document.add': [...insiders, 'partner', 'staff'],
  'document.remove': [...insiders, 'partner', 'staff'],
} as const satisfies Record<string, readonly Actor[]>;

export type Permission = keyof typeof permissions;

export const mayAny = (actors: readonly Actor[], permission: Permission): boolean =>
  actors.some((actor) => (permissions[permission] as readonly Actor[]).includes(actor));

/** What these roles may do, for the screen to hide the rest. */
export const permissionsOf = (actors: readonly Actor[]): Permission[] =>
  (Object.keys(permissions) as Permission[]).filter((permission) => mayAny(actors, permission));
