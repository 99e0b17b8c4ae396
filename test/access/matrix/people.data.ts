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
POST /projects/{projectId}/courses/{courseId}/sessions                     | 201 403 201 201 403 403 403 404 401 | WRITE otherPartner=P:404

# recipients
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /projects/{projectId}/recipients                                       | 200 200 200 200 200 200 200 404 401 | READ_PROJECT
POST /projects/{projectId}/recipients                                      | 201 403 201 201 403 403 403 404 401 | ADD_TO_PROJECT otherPartner=P:403
POST /projects/{projectId}/intakes                                         | 201 403 201 201 403 403 403 404 401 | ADD_TO_PROJECT
GET /projects/{projectId}/recipients/{recipientId}                         | 200 200 200 200 200 200 200 404 401 | READ otherPartner=P:404,S:404
PATCH /projects/{projectId}/recipients/{recipientId}                       | 200 403 200 200 403 403 403 404 401 | WRITE otherPartner=P:404
GET /projects/{projectId}/recipients/{recipientId}/history                 | 200 200 200 200 200 200 200 404 401 | READ otherPartner=P:404,S:404

# attendance
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /people/counts                                                         | 200 200 200 200 200 200 403 403 401 |
GET /people/rows                                                           | 200 200 200 200 200 200 403 403 401 |
POST /projects/{projectId}/attendance                                      | 200 403 200 200 403 403 200 404 401 | ADD_TO_PROJECT otherPartner=P:404,S:404 foreignRow=may:404
`;
