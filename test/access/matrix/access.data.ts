/** Signing in, one's own tokens, users, status: relations are those between a user and another. */
export const access = `
# access
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /status/live                                                           | 200 200 200 200 200 200 200 200 200 |
GET /status                                                                | 200 200 200 200 200 200 200 200 200 |
POST /sign-in                                                              | 200 200 200 200 200 200 200 200 200 |
POST /first-access                                                         | 200 200 200 200 200 200 200 200 200 |
POST /sign-out                                                             | 204 204 204 204 204 204 204 204 401 |
GET /me                                                                    | 200 200 200 200 200 200 200 200 401 |
GET /me/sessions                                                           | 200 200 200 200 200 200 200 200 401 |
POST /me/sessions/end-others                                               | 204 204 204 204 204 204 204 204 401 |
DELETE /me/sessions/{sessionId}                                            | 204 204 204 204 204 204 204 204 401 | otherPartner=all:404 unknown=may:404
GET /me/tokens                                                             | 200 200 200 200 200 200 200 200 401 |
POST /me/tokens                                                            | 201 201 201 201 201 201 201 201 401 |
DELETE /me/tokens/{tokenId}                                                | 204 204 204 204 204 204 204 204 401 | otherPartner=all:404 unknown=may:404
GET /users                                                                 | 403 403 403 403 403 403 403 200 401 |
POST /users                                                                | 403 403 403 403 403 403 403 201 401 |
PATCH /users/{userId}                                                      | 403 403 403 403 403 403 403 200 401 | unknown=may:404
POST /users/{userId}/memberships                                           | 403 403 403 403 403 403 403 201 401 | unknown=may:404 foreignRow=may:422
DELETE /users/{userId}/memberships/{membershipId}                          | 403 403 403 403 403 403 403 204 401 | unknown=may:404 foreignParent=may:404
POST /users/{userId}/one-time-links                                        | 403 403 403 403 403 403 403 201 401 | unknown=may:404
`;
