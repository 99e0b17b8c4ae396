/** Imports of files: of the whole project, so partners and staff do not reach them. The file here holds activities, which an administrator may not log. */
export const imports = `
# imports
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /projects/{projectId}/imports                                          | 200 200 200 403 200 200 403 404 401 | READ_PROJECT
POST /projects/{projectId}/imports                                         | 201 403 201 403 403 403 403 404 401 | ADD_TO_PROJECT archived=may:409,A:409
GET /projects/{projectId}/imports/template                                 | 200 403 200 403 403 403 403 404 401 | READ_PROJECT
GET /projects/{projectId}/imports/{importId}                               | 200 200 200 403 200 200 403 404 401 | READ
GET /projects/{projectId}/imports/{importId}/rows                          | 200 200 200 403 200 200 403 404 401 | READ
POST /projects/{projectId}/imports/{importId}/check                        | 200 403 200 403 403 403 403 404 401 | WRITE archived=may:409,A:409 foreignRow=C:404,A:404,M:404 unknown=C:404,A:404,M:404
POST /projects/{projectId}/imports/{importId}/apply                        | 200 403 200 403 403 403 403 404 401 | WRITE archived=may:409,A:409 foreignRow=C:404,A:404,M:404 unknown=C:404,A:404,M:404
POST /projects/{projectId}/imports/{importId}/undo                         | 200 403 200 403 403 403 403 404 401 | WRITE archived=may:409,A:409 foreignRow=C:404,A:404,M:404 unknown=C:404,A:404,M:404
`;
