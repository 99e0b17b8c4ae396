/** Activities, documents, jobs. A partner's operator reaches the rows of its body, a staff member those in which it appears or that it made. */
export const work = `
# activities
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /activities                                                            | 200 200 200 200 200 200 200 403 401 |
GET /activities/totals                                                     | 200 200 200 200 200 200 200 403 401 |
GET /activities/export.csv                                                 | 200 200 200 200 200 200 200 403 401 |
GET /hours                                                                 | 200 200 200 200 200 200 403 403 401 |
# One share is in the archived project: nobody logs there, and nobody there alone.
POST /shared-activities                                                    | 201 403 201 201 403 403 201 403 401 | archived=may:409 otherProject=may:404
POST /projects/{projectId}/activities                                      | 201 403 201 201 403 403 201 404 401 | ADD_TO_PROJECT otherPartner=P:403,S:403 foreignParent=all:404 foreignRow=may:422,P:403
GET /projects/{projectId}/activities/{activityId}                          | 200 200 200 200 200 200 200 404 401 | READ otherPartner=P:404,S:404 sent=same
GET /projects/{projectId}/activities/{activityId}/history                  | 200 200 200 200 200 200 200 404 401 | READ otherPartner=P:404,S:404 sent=same
PATCH /projects/{projectId}/activities/{activityId}                        | 200 403 200 200 403 403 200 404 401 | WRITE otherPartner=P:404,S:404 sent=may:409
POST /projects/{projectId}/activities/{activityId}/confirm                 | 200 403 200 403 403 403 403 404 401 | WRITE otherPartner=same sent=may:409
POST /projects/{projectId}/activities/{activityId}/cancel                  | 200 403 200 200 403 403 200 404 401 | WRITE otherPartner=P:404,S:404 sent=may:409
# The plain case is a row that a sent report holds; what none holds is changed directly.
POST /projects/{projectId}/activities/{activityId}/rectifications          | 201 403 201 403 403 403 403 404 401 | WRITE otherPartner=same

# documents
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /projects/{projectId}/documents                                        | 200 200 200 200 200 200 200 404 401 | READ_PROJECT
POST /projects/{projectId}/documents                                       | 201 201 201 201 403 403 201 404 401 | ADD_TO_PROJECT otherPartner=P:404,S:404 foreignParent=all:404 foreignRow=may:404
GET /projects/{projectId}/documents/{documentId}                           | 200 200 200 200 200 200 200 404 401 | READ otherPartner=P:404,S:404
GET /projects/{projectId}/documents/{documentId}/content                   | 200 200 200 200 200 200 200 404 401 | READ otherPartner=P:404,S:404
# A partner's operator and a staff member take away only what they attached themselves.
POST /projects/{projectId}/documents/{documentId}/remove                   | 200 200 200 200 403 403 200 404 401 | WRITE otherPartner=P:404,S:404
# The plain case is a document that was taken away.
POST /projects/{projectId}/documents/{documentId}/restore                  | 200 200 200 200 403 403 200 404 401 | WRITE otherPartner=P:404,S:404

# jobs
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /jobs/{jobId}                                                          | 200 200 200 200 200 200 200 403 401 | otherPartner=P:404,S:404 otherProject=may:404 unknown=may:404
POST /jobs/{jobId}/cancel                                                  | 200 200 200 200 403 403 200 403 401 | otherPartner=P:404,S:404 otherProject=may:404 unknown=may:404
`;
