/** Imports of files: of the whole project, or of one partner, who imports its own activities; staff do not reach them. The file here holds activities, which an administrator may not log. */
export const imports = `
# imports
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /projects/{projectId}/imports                                          | 200 200 200 200 200 200 403 404 401 | READ_PROJECT
POST /projects/{projectId}/imports                                         | 201 403 201 201 403 403 403 404 401 | ADD_TO_PROJECT archived=may:409,A:409
GET /projects/{projectId}/imports/template                                 | 200 403 200 200 403 403 403 404 401 | READ_PROJECT
GET /projects/{projectId}/imports/{importId}                               | 200 200 200 200 200 200 403 404 401 | READ otherPartner=P:404
GET /projects/{projectId}/imports/{importId}/rows                          | 200 200 200 200 200 200 403 404 401 | READ otherPartner=P:404
POST /projects/{projectId}/imports/{importId}/check                        | 200 403 200 200 403 403 403 404 401 | WRITE otherPartner=P:404 archived=may:409,A:409 foreignRow=may:404,A:404 unknown=may:404,A:404
POST /projects/{projectId}/imports/{importId}/apply                        | 200 403 200 200 403 403 403 404 401 | WRITE otherPartner=P:404 archived=may:409,A:409 foreignRow=may:404,A:404 unknown=may:404,A:404
POST /projects/{projectId}/imports/{importId}/undo                         | 200 403 200 200 403 403 403 404 401 | WRITE otherPartner=P:404 archived=may:409,A:409 foreignRow=may:404,A:404 unknown=may:404,A:404
`;
