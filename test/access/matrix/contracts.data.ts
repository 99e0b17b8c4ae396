/** Contracts with their rates, and packages: of the whole project, hence neither for partners nor for the staff. */
export const contracts = `
# contracts
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /territories                                                           | 200 200 200 200 200 200 200 403 401 |
POST /territories                                                          | 201 201 201 403 403 403 403 403 401 |
PATCH /territories/{territoryId}                                           | 200 200 200 403 403 403 403 403 401 | unknown=may:404
GET /projects/{projectId}/contracts                                        | 200 200 200 403 200 200 403 404 401 | READ_PROJECT
POST /projects/{projectId}/contracts                                       | 201 201 201 403 403 403 403 404 401 | ADD_TO_PROJECT
GET /projects/{projectId}/contracts/{contractId}                           | 200 200 200 403 200 200 403 404 401 | READ
PATCH /projects/{projectId}/contracts/{contractId}                         | 200 200 200 403 403 403 403 404 401 | WRITE
GET /projects/{projectId}/contracts/{contractId}/history                   | 200 200 200 403 200 200 403 404 401 | READ
GET /projects/{projectId}/contracts/{contractId}/invoice-match             | 200 200 200 403 200 200 403 404 401 | READ
POST /projects/{projectId}/contracts/{contractId}/lines                    | 201 201 201 403 403 403 403 404 401 | WRITE
PATCH /projects/{projectId}/contract-lines/{contractLineId}                | 200 200 200 403 403 403 403 404 401 | WRITE
DELETE /projects/{projectId}/contract-lines/{contractLineId}               | 204 204 204 403 403 403 403 404 401 | WRITE
PUT /projects/{projectId}/contract-lines/{contractLineId}/allotments       | 200 200 200 403 403 403 403 404 401 | WRITE
GET /projects/{projectId}/packages                                         | 200 200 200 403 200 200 403 404 401 | READ_PROJECT
GET /projects/{projectId}/packages/parts                                   | 200 200 200 403 200 200 403 404 401 | READ_PROJECT
`;
