/** Contents, feeds, public sheets: of the whole project; what is published everybody reads, the rest nobody outside. */
export const publishing = `
# contents
                                                                           |   C   A   M   P   U   L   S   Y   N |
GET /projects/{projectId}/contents                                         | 200 200 200 403 200 200 403 404 401 | READ_PROJECT
POST /projects/{projectId}/contents                                        | 201 403 201 403 403 403 403 404 401 | ADD_TO_PROJECT
GET /projects/{projectId}/contents/{contentId}                             | 200 200 200 403 200 200 403 404 401 | READ
PATCH /projects/{projectId}/contents/{contentId}                           | 200 403 200 403 403 403 403 404 401 | WRITE
POST /projects/{projectId}/contents/{contentId}/publish                    | 200 403 200 403 403 403 403 404 401 | WRITE
# The plain case is a published one.
POST /projects/{projectId}/contents/{contentId}/withdraw                   | 200 403 200 403 403 403 403 404 401 | WRITE
GET /projects/{projectId}/content-feeds                                    | 200 200 200 403 200 200 403 404 401 | READ_PROJECT
POST /projects/{projectId}/content-feeds                                   | 201 403 201 403 403 403 403 404 401 | ADD_TO_PROJECT
PATCH /projects/{projectId}/content-feeds/{contentFeedId}                  | 200 403 200 403 403 403 403 404 401 | WRITE
GET /projects/{projectId}/public-sheet                                     | 200 200 200 403 200 200 403 404 401 | READ_PROJECT
PUT /projects/{projectId}/public-sheet                                     | 200 403 200 403 403 403 403 404 401 | ADD_TO_PROJECT
# Without a session; in the archived project the feed is closed and the sheet taken back: as if they were not there.
GET /feeds/{feedSlug}/rss.xml                                              | 200 200 200 200 200 200 200 200 200 | unknown=may:404 archived=may:404
GET /feeds/{feedSlug}/atom.xml                                             | 200 200 200 200 200 200 200 200 200 | unknown=may:404 archived=may:404
GET /schede/{slug}                                                         | 200 200 200 200 200 200 200 200 200 | unknown=may:404 archived=may:404
`;
