/**
 * What lists, counts, sums and exports show. h, a and f stand for the rows of the project where everybody has a role, of
 * the archived one and of the foreign one; 1 and 2 for those of the operator's partner and of the other, 0 for those of
 * no partner. Nobody's column ever holds an f, nor the partner's a 2 or a 0. `-` : refused, as the matrix says.
 */
export const sights = `
                                                  | all roles of the project | partner     | staff
GET /projects                                     | h a                      | h a         | h a
GET /activities                                   | h1 h2 h0 a1 a2 a0        | h1 a1       | h1 a1
GET /calendar                                     | h1 h2 h0 a1 a2 a0        | h1 a1       | h1 a1
GET /projects/{projectId}/gantt                   | h1 h2 h0                 | h1          | h1
GET /projects/{projectId}/meetings                | h1 h2                    | h1          | h1
GET /tasks                                        | h1 h2 a1 a2              | h1 a1       | h1 a1
GET /activities/totals                            | h1 h2 h0 a1 a2 a0        | h1 a1       | h1 a1
GET /activities/export.csv                        | h1 h2 h0 a1 a2 a0        | h1 a1       | h1 a1
GET /pivot                                        | h1 h2 h0 a1 a2 a0        | h1 a1       | h1 a1
GET /hours                                        | h1 h2 h0 a1 a2 a0        | h1 a1       | -
GET /mediation-requests                           | h1 h2 a1 a2              | h1 a1       | h1 a1
GET /mediation-requests/figures                   | h1 h2 a1 a2              | h1 a1       | h1 a1
GET /projects/{projectId}/participations          | h1 h2                    | h1          | h1 h2
GET /projects/{projectId}/documents               | h1 h2 h0                 | h1          | h1
GET /projects/{projectId}/cost-documents          | h1 h2                    | h1          | -
GET /projects/{projectId}/expenses                | h1 h2                    | h1          | -
GET /projects/{projectId}/expenses/totals         | h1 h2                    | h1          | -
GET /projects/{projectId}/expenses/export.csv     | h1 h2                    | h1          | -
GET /projects/{projectId}/budget                  | h1 h2                    | h1          | -
GET /projects/{projectId}/budget-versions         | h1 h2                    | h1          | -
GET /projects/{projectId}/budget-choices          | h1 h2                    | h1          | -
GET /projects/{projectId}/indicators              | h1 h2 h0                 | -           | -
GET /projects/{projectId}/indicators/{indicatorId}/rows | h1 h2 h0           | -           | -
GET /projects/{projectId}/reports                 | h                        | -           | -
`;
