/** Calendar, series, meetings, tasks: rows of the partner who does the work, like the activities that they plan. */
export const planning = `
# calendar and series
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /calendar                                                              | 200 200 200 200 200 200 200 403 401 |
GET /projects/{projectId}/planned-days                                     | 200 403 200 200 403 403 200 404 401 | READ_PROJECT
POST /projects/{projectId}/activity-series                                 | 201 403 201 201 403 403 201 404 401 | ADD_TO_PROJECT otherPartner=P:403,S:403 foreignParent=all:404 foreignRow=may:422,P:403
GET /projects/{projectId}/activity-series/{seriesId}                       | 200 200 200 200 200 200 200 404 401 | READ otherPartner=P:404,S:404
GET /projects/{projectId}/activities/{activityId}/move                     | 200 403 200 200 403 403 200 404 401 | READ otherPartner=P:404,S:404 sent=same
POST /projects/{projectId}/activities/{activityId}/move                    | 200 403 200 200 403 403 200 404 401 | WRITE otherPartner=P:404,S:404 sent=may:409
# The plain case is an activity of a series.
POST /projects/{projectId}/activities/{activityId}/cancel-series           | 200 403 200 200 403 403 200 404 401 | WRITE otherPartner=P:404,S:404

# calendars by secret address
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /me/calendars                                                          | 200 200 200 200 200 200 200 403 401 |
POST /me/calendars                                                         | 201 201 201 201 201 201 201 403 401 | otherProject=may:404
DELETE /me/calendars/{calendarId}                                          | 204 204 204 204 204 204 204 403 401 | otherPartner=may:404 unknown=may:404
# Whoever has the address reads; a guessed one, in the same words as a revoked one, is not found.
GET /calendars/{calendarToken}/calendario.ics                              | 200 200 200 200 200 200 200 200 200 | unknown=may:404 archived=may:404

# The plan is everybody's; of the log each sees its own part.
GET /projects/{projectId}/gantt                                            | 200 200 200 200 200 200 200 404 401 | READ_PROJECT

# meetings and tasks
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /projects/{projectId}/meetings                                         | 200 200 200 200 200 200 200 404 401 | READ_PROJECT
POST /projects/{projectId}/meetings                                        | 201 403 201 201 403 403 201 404 401 | ADD_TO_PROJECT otherPartner=P:403,S:403 foreignParent=all:404 foreignRow=may:422,P:403
GET /projects/{projectId}/meetings/{meetingId}                             | 200 200 200 200 200 200 200 404 401 | READ otherPartner=P:404,S:404
PATCH /projects/{projectId}/meetings/{meetingId}                           | 200 403 200 200 403 403 200 404 401 | WRITE otherPartner=P:404,S:404
POST /projects/{projectId}/meetings/{meetingId}/convoke                    | 200 403 200 200 403 403 200 404 401 | WRITE otherPartner=P:404,S:404
POST /projects/{projectId}/meetings/{meetingId}/decisions                  | 201 403 201 201 403 403 201 404 401 | WRITE otherPartner=P:404,S:404
GET /tasks                                                                 | 200 200 200 200 200 200 200 403 401 |
PATCH /projects/{projectId}/tasks/{taskId}                                 | 200 403 200 200 403 403 200 404 401 | WRITE otherPartner=P:404,S:404
`;
