/** Budget and expenses. The administrator keeps both, the manager approves; a partner's operator records what its body spends. */
export const money = `
# budget
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /projects/{projectId}/funding-sources                                  | 200 200 200 200 200 200 403 404 401 | READ_PROJECT
PUT /projects/{projectId}/funding-sources                                  | 403 200 403 403 403 403 403 404 401 | ADD_TO_PROJECT
GET /projects/{projectId}/budget-choices                                   | 200 200 200 200 200 200 403 404 401 | READ_PROJECT
GET /projects/{projectId}/budget-versions                                  | 200 200 200 200 200 200 403 404 401 | READ_PROJECT
POST /projects/{projectId}/budget-versions                                 | 403 201 403 403 403 403 403 404 401 | ADD_TO_PROJECT
DELETE /projects/{projectId}/budget-versions/{budgetVersionId}             | 403 204 403 403 403 403 403 404 401 | WRITE
POST /projects/{projectId}/budget-versions/{budgetVersionId}/approve       | 403 403 200 403 403 403 403 404 401 | WRITE
POST /projects/{projectId}/budget-versions/{budgetVersionId}/lines         | 403 201 403 403 403 403 403 404 401 | WRITE otherPartner=same
PATCH /projects/{projectId}/budget-lines/{budgetLineId}                    | 403 200 403 403 403 403 403 404 401 | WRITE otherPartner=same
DELETE /projects/{projectId}/budget-lines/{budgetLineId}                   | 403 204 403 403 403 403 403 404 401 | WRITE otherPartner=same
GET /projects/{projectId}/budget                                           | 200 200 200 200 200 200 403 404 401 | READ_PROJECT

# cost documents
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /projects/{projectId}/cost-documents                                   | 200 200 200 200 200 200 403 404 401 | READ_PROJECT
POST /projects/{projectId}/cost-documents                                  | 403 201 403 201 403 403 403 404 401 | ADD_TO_PROJECT otherPartner=P:422 foreignParent=all:404 foreignRow=may:422
GET /projects/{projectId}/cost-documents/{costDocumentId}                  | 200 200 200 200 200 200 403 404 401 | READ otherPartner=P:404 sent=same
PATCH /projects/{projectId}/cost-documents/{costDocumentId}                | 403 200 403 200 403 403 403 404 401 | WRITE otherPartner=P:404 sent=may:409
# Only a document without expenses is cancelled.
POST /projects/{projectId}/cost-documents/{costDocumentId}/cancel          | 403 200 403 200 403 403 403 404 401 | WRITE otherPartner=P:404 sent=may:409
GET /projects/{projectId}/cost-documents/{costDocumentId}/history          | 200 200 200 200 200 200 403 404 401 | READ otherPartner=P:404 sent=same

# expenses
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /projects/{projectId}/expenses                                         | 200 200 200 200 200 200 403 404 401 | READ_PROJECT
GET /projects/{projectId}/expenses/totals                                  | 200 200 200 200 200 200 403 404 401 | READ_PROJECT
GET /projects/{projectId}/expenses/export.csv                              | 200 200 200 200 200 200 403 404 401 | READ_PROJECT
# The document of another project does not exist here (404); a line of another partner, or of another project, is not one to choose (422).
POST /projects/{projectId}/expenses                                        | 403 201 403 201 403 403 403 404 401 | ADD_TO_PROJECT otherPartner=P:404 foreignParent=all:404 foreignRow=may:404
GET /projects/{projectId}/expenses/{expenseId}                             | 200 200 200 200 200 200 403 404 401 | READ otherPartner=P:404 sent=same
PATCH /projects/{projectId}/expenses/{expenseId}                           | 403 200 403 200 403 403 403 404 401 | WRITE otherPartner=P:404 sent=may:409
POST /projects/{projectId}/expenses/{expenseId}/cancel                     | 403 200 403 200 403 403 403 404 401 | WRITE otherPartner=P:404 sent=may:409
# The plain case is a row that a sent report holds; what none holds is changed directly.
POST /projects/{projectId}/expenses/{expenseId}/corrections                | 403 201 403 201 403 403 403 404 401 | WRITE otherPartner=P:404
GET /projects/{projectId}/expenses/{expenseId}/history                     | 200 200 200 200 200 200 403 404 401 | READ otherPartner=P:404 sent=same
`;
