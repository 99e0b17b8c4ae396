/** Programmes, bodies, projects, partnerships, work plans. The system administrator has no role in a project: 404 there, 403 on the lists of the institute. */
export const registry = `
# projects
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /programmes                                                            | 200 200 200 200 200 200 200 403 401 |
POST /funds                                                                | 403 201 201 403 403 403 403 403 401 |
PATCH /funds/{fundId}                                                      | 403 200 200 403 403 403 403 403 401 | unknown=may:404
POST /funds/{fundId}/programmes                                            | 403 201 201 403 403 403 403 403 401 | unknown=may:404
PATCH /programmes/{programmeId}                                            | 403 200 200 403 403 403 403 403 401 | unknown=may:404
POST /programmes/{programmeId}/nodes                                       | 403 201 201 403 403 403 403 403 401 | unknown=may:404
PATCH /programme-nodes/{nodeId}                                            | 403 200 200 403 403 403 403 403 401 | unknown=may:404
POST /programmes/{programmeId}/calls                                       | 403 201 201 403 403 403 403 403 401 | unknown=may:404
PATCH /calls/{callId}                                                      | 403 200 200 403 403 403 403 403 401 | unknown=may:404
GET /project-names                                                         | 403 403 403 403 403 403 403 200 401 |
GET /projects                                                              | 200 200 200 200 200 200 200 403 401 |
POST /projects                                                             | 201 403 201 403 403 403 403 201 401 |
GET /projects/{projectId}                                                  | 200 200 200 200 200 200 200 404 401 | READ_PROJECT
# Its state can be changed back, nothing else.
PATCH /projects/{projectId}                                                | 200 403 200 403 403 403 403 404 401 | ADD_TO_PROJECT
GET /projects/{projectId}/history                                          | 200 200 200 200 200 200 200 404 401 | READ_PROJECT
GET /projects/{projectId}/team                                             | 200 200 200 200 200 200 200 404 401 | READ_PROJECT
POST /projects/{projectId}/team                                            | 201 403 201 403 403 403 403 404 401 | ADD_TO_PROJECT
PATCH /projects/{projectId}/team/{teamMemberId}                            | 200 403 200 403 403 403 403 404 401 | WRITE

# partners
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /projects/{projectId}/participations                                   | 200 200 200 200 200 200 200 404 401 | READ_PROJECT
POST /projects/{projectId}/participations                                  | 201 201 201 403 403 403 403 404 401 | ADD_TO_PROJECT
GET /projects/{projectId}/participations/{participationId}                 | 200 200 200 200 200 200 200 404 401 | READ otherPartner=P:404
PATCH /projects/{projectId}/participations/{participationId}               | 200 200 200 403 403 403 403 404 401 | WRITE otherPartner=same
GET /projects/{projectId}/participations/{participationId}/history         | 200 200 200 200 200 200 200 404 401 | READ otherPartner=P:404
GET /projects/{projectId}/network                                          | 200 200 200 200 200 200 200 404 401 | READ_PROJECT

# plan
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /projects/{projectId}/work-items                                       | 200 200 200 200 200 200 200 404 401 | READ_PROJECT
POST /projects/{projectId}/work-items                                      | 201 403 201 403 403 403 403 404 401 | ADD_TO_PROJECT foreignParent=all:404 foreignRow=may:422
GET /projects/{projectId}/work-items/{workItemId}                          | 200 200 200 200 200 200 200 404 401 | READ
PATCH /projects/{projectId}/work-items/{workItemId}                        | 200 403 200 403 403 403 403 404 401 | WRITE
GET /projects/{projectId}/work-items/{workItemId}/history                  | 200 200 200 200 200 200 200 404 401 | READ
GET /projects/{projectId}/work-plan-versions                               | 200 200 200 200 200 200 200 404 401 | READ_PROJECT
POST /projects/{projectId}/work-plan-versions                              | 201 403 201 403 403 403 403 404 401 | ADD_TO_PROJECT
POST /projects/{projectId}/work-plan-versions/{planVersionId}/approve      | 403 403 200 403 403 403 403 404 401 | WRITE
GET /projects/{projectId}/objectives                                       | 200 200 200 200 200 200 200 404 401 | READ_PROJECT
POST /projects/{projectId}/objectives                                      | 201 403 201 403 403 403 403 404 401 | ADD_TO_PROJECT
PATCH /projects/{projectId}/objectives/{objectiveId}                       | 200 403 200 403 403 403 403 404 401 | WRITE
DELETE /projects/{projectId}/objectives/{objectiveId}                      | 204 403 204 403 403 403 403 404 401 | WRITE
GET /projects/{projectId}/deliverables                                     | 200 200 200 200 200 200 200 404 401 | READ_PROJECT
POST /projects/{projectId}/deliverables                                    | 201 403 201 403 403 403 403 404 401 | ADD_TO_PROJECT foreignParent=all:404 foreignRow=may:422

# addressBook
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /organisations                                                         | 200 200 200 200 200 200 200 403 401 |
POST /organisations                                                        | 201 201 201 403 403 403 403 403 401 |
GET /organisations/{organisationId}                                        | 200 200 200 200 200 200 200 403 401 | otherPartner=same otherProject=same unknown=may:404
PATCH /organisations/{organisationId}                                      | 200 200 200 403 403 403 403 403 401 | otherPartner=same unknown=may:404
GET /persons                                                               | 200 200 200 200 200 200 200 403 401 |
POST /persons                                                              | 201 201 201 403 403 403 403 403 401 |
PATCH /persons/{personId}                                                  | 200 200 200 403 403 403 403 403 401 | otherPartner=same unknown=may:404
`;
