/** Saving many activities, drafts, saved views, kinds, the pivot. Drafts and views are one's own: another's are not found. */
export const logging = `
# batches: an undo is of one's own batch only
                                                                           |   C   A   M   P   U   L   S   Y   N |
POST /projects/{projectId}/activity-batches                                | 201 403 201 201 403 403 201 404 401 | ADD_TO_PROJECT otherPartner=P:403,S:403 foreignParent=all:404 foreignRow=may:422,P:403
POST /projects/{projectId}/activity-batches/{batchId}/undo                 | 200 403 200 200 403 403 200 404 401 | WRITE
# rows of several projects: one of them is enough to be refused
POST /activity-batches                                                     | 201 403 201 201 403 403 201 403 401 | archived=may:409 otherProject=may:404 otherPartner=P:403,S:403
POST /activity-batches/{batchId}/undo                                      | 200 403 200 200 403 403 200 403 401 | archived=may:409 otherProject=may:404 otherPartner=P:404,S:404 unknown=may:404
POST /projects/{projectId}/evidence-reminders                              | 200 403 200 403 403 403 403 404 401 | ADD_TO_PROJECT

# drafts
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /me/drafts/activity                                                    | 200 403 200 200 403 403 200 403 401 |
PUT /me/drafts/activity                                                    | 204 403 204 204 403 403 204 403 401 |
DELETE /me/drafts/activity                                                 | 204 403 204 204 403 403 204 403 401 |

# saved views
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /views                                                                 | 200 200 200 200 200 200 200 403 401 |
POST /views                                                                | 201 201 201 201 201 201 201 403 401 |
PATCH /views/{viewId}                                                      | 200 200 200 200 200 200 200 403 401 | otherPartner=may:404 unknown=may:404
DELETE /views/{viewId}                                                     | 204 204 204 204 204 204 204 403 401 | otherPartner=may:404 unknown=may:404

# kinds
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /activity-kinds                                                        | 200 200 200 200 200 200 200 403 401 |
POST /activity-kinds                                                       | 201 403 201 403 403 403 403 403 401 |
PATCH /activity-kinds/{kindCode}                                           | 200 403 200 403 403 403 403 403 401 | unknown=may:404

# workbooks and pivot
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /activities/export                                                     | 200 200 200 200 200 200 200 403 401 |
GET /pivot                                                                 | 200 200 200 200 200 200 200 403 401 |
GET /pivot/export                                                          | 200 200 200 200 200 200 200 403 401 |
`;
