import type { Office } from '../support/browser.js';

/** Four pieces of work last week, three workshops of Asti in the first quarter; the coordinator and the auditor reach them. */
export async function aProjectOfFour({ db, account }: Office): Promise<void> {
  const [{ id }] = await db.query(
    `INSERT INTO project (slug, title, state, starts, ends) VALUES ('prova-del-foglio', 'Prova del foglio', 'active', '2018', '2022') RETURNING id`,
  );
  await db.query(
    `INSERT INTO member (user_id, project_id, role) SELECT id, $1::uuid, 'coordinator' FROM app_user WHERE email = $2
     UNION ALL SELECT id, $1::uuid, 'administrator' FROM app_user WHERE email = $3`,
    [id, account('coordinator').email, account('administrator').email],
  );
  const [{ id: item }] = await db.query(
    `INSERT INTO work_item (project_id, kind, code, title) VALUES ($1, 'action', 'A1', 'Azione di prova') RETURNING id`,
    [id],
  );
  const [{ id: asti }] = await db.query(
    `INSERT INTO territory (kind, name) VALUES ('other', 'Asti di prova') RETURNING id`,
  );
  await db.query(
    `INSERT INTO activity (project_id, work_item_id, kind, state, day, minutes, territory_id)
     SELECT $1::uuid, $2::uuid, kind, 'done', day::date, minutes, CASE WHEN kind = 'l2_workshop' THEN $3::uuid END
     FROM (VALUES ('seminar', '2019-11-11', 60), ('seminar', '2019-11-12', 120), ('research', '2019-11-13', 90), ('research', '2019-11-14', 30),
       ('l2_workshop', '2019-01-10', 60), ('l2_workshop', '2019-02-10', 60), ('l2_workshop', '2019-03-31', 60)) AS v(kind, day, minutes)`,
    [id, item, asti],
  );
}

/** One seminar beside them, in a project of its own that the coordinator also leads. */
export async function aSecondProject({ db, account }: Office): Promise<void> {
  await db.query(
    `WITH second AS (INSERT INTO project (slug, title, state, starts, ends)
       VALUES ('seconda-prova-del-foglio', 'Seconda prova del foglio', 'active', '2018', '2022') RETURNING id),
     member AS (INSERT INTO member (user_id, project_id, role) SELECT u.id, s.id, 'coordinator' FROM app_user u, second s WHERE u.email = $1),
     item AS (INSERT INTO work_item (project_id, kind, code, title) SELECT id, 'action', 'B1', 'Azione della seconda' FROM second RETURNING id, project_id)
     INSERT INTO activity (project_id, work_item_id, kind, state, day, minutes)
     SELECT project_id, id, 'seminar', 'done', '2019-11-11', 45 FROM item`,
    [account('coordinator').email],
  );
}
