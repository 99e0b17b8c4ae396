/** Courses, recipients, attendance. A staff member reaches the courses that it teaches and who follows them. */
export const people = `
# courses
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /projects/{projectId}/courses                                          | 200 200 200 200 200 200 200 404 401 | READ_PROJECT
POST /projects/{projectId}/courses                                         | 201 403 201 201 403 403 403 404 401 | ADD_TO_PROJECT otherPartner=P:403
GET /projects/{projectId}/courses/{courseId}                               | 200 200 200 200 200 200 200 404 401 | READ otherPartner=P:404,S:404
PATCH /projects/{projectId}/courses/{courseId}                             | 200 403 200 200 403 403 403 404 401 | WRITE otherPartner=P:404
GET /projects/{projectId}/courses/{courseId}/history                       | 200 200 200 200 200 200 200 404 401 | READ otherPartner=P:404,S:404
GET /projects/{projectId}/courses/{courseId}/enrolments                    | 200 200 200 200 200 200 200 404 401 | READ otherPartner=P:404,S:404
POST /projects/{projectId}/courses/{courseId}/enrolments                   | 201 403 201 201 403 403 403 404 401 | WRITE otherPartner=P:404
PATCH /projects/{projectId}/enrolments/{enrolmentId}                       | 200 403 200 200 403 403 403 404 401 | WRITE otherPartner=P:404
GET /projects/{projectId}/courses/{courseId}/register                      | 200 200 200 200 200 200 200 404 401 | READ otherPartner=P:404,S:404
GET /projects/{projectId}/courses/{courseId}/register.pdf                  | 200 200 200 200 200 200 200 404 401 | READ otherPartner=P:404,S:404
# With names, as identities are read.
POST /projects/{projectId}/courses/{courseId}/register.pdf                 | 200 403 200 200 403 403 403 404 401 | WRITE otherPartner=P:404
POST /projects/{projectId}/courses/{courseId}/sessions                     | 201 403 201 201 403 403 403 404 401 | WRITE otherPartner=P:404

# operators trained
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /projects/{projectId}/trainings                                        | 200 200 200 200 200 200 200 404 401 | READ_PROJECT
GET /projects/{projectId}/trainings/export.csv                             | 200 200 200 200 200 200 200 404 401 | READ_PROJECT
POST /projects/{projectId}/trainings                                       | 201 403 201 201 403 403 403 404 401 | ADD_TO_PROJECT otherPartner=P:403
PATCH /projects/{projectId}/trainings/{trainingId}                         | 200 403 200 200 403 403 403 404 401 | WRITE otherPartner=P:404
GET /projects/{projectId}/trainings/{trainingId}/history                   | 200 200 200 200 200 200 200 404 401 | READ otherPartner=P:404,S:404

# recipients
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /projects/{projectId}/recipients                                       | 200 200 200 200 200 200 200 404 401 | READ_PROJECT
POST /projects/{projectId}/recipients                                      | 201 403 201 201 403 403 403 404 401 | ADD_TO_PROJECT otherPartner=P:403
POST /projects/{projectId}/intakes                                         | 201 403 201 201 403 403 403 404 401 | ADD_TO_PROJECT
GET /projects/{projectId}/recipients/{recipientId}                         | 200 200 200 200 200 200 200 404 401 | READ otherPartner=P:404,S:404
PATCH /projects/{projectId}/recipients/{recipientId}                       | 200 403 200 200 403 403 403 404 401 | WRITE otherPartner=P:404
GET /projects/{projectId}/recipients/{recipientId}/history                 | 200 200 200 200 200 200 200 404 401 | READ otherPartner=P:404,S:404

# identities, apart: written by whoever takes a person in charge, read with a purpose, erased by the manager alone
                                                                           |   C   A   M   P   U   L   S   Y   N |
PUT /projects/{projectId}/recipients/{recipientId}/identity                | 200 403 200 200 403 403 403 404 401 | WRITE otherPartner=P:404
GET /projects/{projectId}/recipients/{recipientId}/identity                | 200 403 200 200 403 403 403 404 401 | READ otherPartner=P:404
POST /projects/{projectId}/recipients/{recipientId}/identity/read          | 200 403 200 200 403 403 403 404 401 | READ otherPartner=P:404
POST /projects/{projectId}/recipients/{recipientId}/export                 | 200 403 200 403 403 403 403 404 401 | READ otherPartner=same
POST /projects/{projectId}/recipients/{recipientId}/export.pdf             | 200 403 200 403 403 403 403 404 401 | READ otherPartner=same
POST /projects/{projectId}/recipients/{recipientId}/erasure                | 403 403 204 403 403 403 403 404 401 | READ otherPartner=same
GET /projects/{projectId}/retention                                        | 200 200 200 403 403 403 403 404 401 | READ_PROJECT
PUT /projects/{projectId}/retention                                        | 403 403 200 403 403 403 403 404 401 | READ_PROJECT

# duplicates and merges
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /projects/{projectId}/duplicates                                       | 200 403 200 403 403 403 403 404 401 | READ_PROJECT
POST /projects/{projectId}/duplicates/dismiss                              | 204 403 204 403 403 403 403 404 401 | ADD_TO_PROJECT foreignRow=may:404
GET /projects/{projectId}/merges                                           | 200 403 200 403 403 403 403 404 401 | READ_PROJECT
POST /projects/{projectId}/merges                                          | 201 403 201 403 403 403 403 404 401 | ADD_TO_PROJECT foreignRow=may:404
POST /projects/{projectId}/merges/{mergeId}/undo                           | 200 403 200 403 403 403 403 404 401 | WRITE otherPartner=same

# attendance
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /people/counts                                                         | 200 200 200 200 200 200 403 403 401 |
GET /people/rows                                                           | 200 200 200 200 200 200 403 403 401 |
GET /attendance/pocket                                                     | 200 403 200 200 403 403 200 403 401 |
POST /projects/{projectId}/attendance                                      | 200 403 200 200 403 403 200 404 401 | ADD_TO_PROJECT otherPartner=P:404,S:404 foreignRow=may:404
`;
