/** Requests of mediation, the bodies' links, and what is done by a link without an account. */
export const mediation = `
# requests
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /mediation-requests                                                    | 200 200 200 200 200 200 200 403 401 |
GET /mediation-requests/figures                                            | 200 200 200 200 200 200 200 403 401 |
GET /mediators                                                             | 200 403 200 403 403 403 403 403 401 |
PUT /mediators/{personId}                                                  | 200 403 200 403 403 403 403 403 401 | unknown=may:422
POST /projects/{projectId}/mediation-requests                              | 201 403 201 403 403 403 403 404 401 | ADD_TO_PROJECT
GET /projects/{projectId}/mediation-requests/{requestId}                   | 200 200 200 200 200 200 200 404 401 | READ otherPartner=P:404,S:404
PATCH /projects/{projectId}/mediation-requests/{requestId}                 | 200 403 200 403 403 403 403 404 401 | WRITE otherPartner=same
POST /projects/{projectId}/mediation-requests/{requestId}/accept           | 200 403 200 403 403 403 403 404 401 | WRITE otherPartner=same
POST /projects/{projectId}/mediation-requests/{requestId}/close            | 200 403 200 403 403 403 403 404 401 | WRITE otherPartner=same
GET /projects/{projectId}/mediation-requests/{requestId}/history           | 200 200 200 200 200 200 200 404 401 | READ otherPartner=P:404,S:404
GET /projects/{projectId}/mediation-requests/{requestId}/proposals         | 200 403 200 403 403 403 403 404 401 | READ otherPartner=same
POST /projects/{projectId}/mediation-requests/{requestId}/assign           | 200 403 200 403 403 403 403 404 401 | WRITE otherPartner=same
POST /projects/{projectId}/mediation-requests/{requestId}/deliver          | 200 403 200 403 403 403 403 404 401 | WRITE otherPartner=same
POST /projects/{projectId}/mediation-requests/{requestId}/confirmation-links | 201 403 201 403 403 403 403 404 401 | WRITE otherPartner=same

# links
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /projects/{projectId}/request-links                                    | 200 403 200 403 403 403 403 404 401 | READ_PROJECT
POST /projects/{projectId}/request-links                                   | 201 403 201 403 403 403 403 404 401 | ADD_TO_PROJECT
POST /projects/{projectId}/request-links/{linkId}/revoke                   | 200 403 200 403 403 403 403 404 401 | WRITE
# By a link whoever holds it: a guess is 404 for everybody, and an archived project takes nothing.
POST /request-form                                                         | 200 200 200 200 200 200 200 200 200 | unknown=may:404 archived=same
POST /request-form/requests                                                | 201 201 201 201 201 201 201 201 201 | unknown=may:404 archived=may:409
POST /hours-confirmation                                                   | 200 200 200 200 200 200 200 200 200 | unknown=may:404 archived=same
POST /hours-confirmation/answer                                            | 200 200 200 200 200 200 200 200 200 | unknown=may:404 archived=may:409
`;
