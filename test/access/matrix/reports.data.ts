/** Reports and indicators: the institute's own, read by coordinators, administrators, managers, auditors and legal experts. */
export const reports = `
# reports
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /projects/{projectId}/reports                                          | 200 200 200 403 200 200 403 404 401 | READ_PROJECT
POST /projects/{projectId}/reports                                         | 201 403 201 403 403 403 403 404 401 | ADD_TO_PROJECT
GET /projects/{projectId}/reports/{reportId}                               | 200 200 200 403 200 200 403 404 401 | READ sent=same
PATCH /projects/{projectId}/reports/{reportId}                             | 200 403 200 403 403 403 403 404 401 | WRITE sent=may:409
DELETE /projects/{projectId}/reports/{reportId}                            | 204 403 204 403 403 403 403 404 401 | WRITE sent=may:409
POST /projects/{projectId}/reports/{reportId}/send                         | 403 403 200 403 403 403 403 404 401 | WRITE sent=may:409
# The plain case of these two is a report that has been sent.
POST /projects/{projectId}/reports/{reportId}/corrections                  | 201 403 201 403 403 403 403 404 401 | WRITE
POST /projects/{projectId}/reports/{reportId}/files                        | 201 403 201 403 403 403 403 404 401 | WRITE
GET /projects/{projectId}/reports/{reportId}/figures                       | 200 200 200 403 200 200 403 404 401 | READ sent=same
GET /projects/{projectId}/reports/{reportId}/figures/{figureKey}/rows      | 200 200 200 403 200 200 403 404 401 | READ sent=same

# indicators
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /projects/{projectId}/indicators                                       | 200 200 200 403 200 200 403 404 401 | READ_PROJECT
POST /projects/{projectId}/indicators                                      | 201 403 201 403 403 403 403 404 401 | ADD_TO_PROJECT foreignParent=all:404 foreignRow=may:422
GET /projects/{projectId}/indicators/{indicatorId}                         | 200 200 200 403 200 200 403 404 401 | READ
PATCH /projects/{projectId}/indicators/{indicatorId}                       | 200 403 200 403 403 403 403 404 401 | WRITE
GET /projects/{projectId}/indicators/{indicatorId}/rows                    | 200 200 200 403 200 200 403 404 401 | READ
GET /projects/{projectId}/indicators/{indicatorId}/people                  | 200 200 200 403 200 200 403 404 401 | READ
GET /projects/{projectId}/indicators/{indicatorId}/history                 | 200 200 200 403 200 200 403 404 401 | READ
`;
