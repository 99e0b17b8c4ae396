/** By which columns an activity belongs to a project, to a partner, and to the person who did or logged it. */
export const ACTIVITY_SCOPE = {
  project: 'activity.project_id',
  participation: 'activity.participation_id',
  own: (userId: string, personId: string) =>
    `(activity.created_by = ${userId} OR activity.staff_ids @> ARRAY[${personId}]::uuid[])`,
};
