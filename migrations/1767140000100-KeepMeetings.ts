import { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepMeetings1767140000100 implements MigrationInterface {
  name = 'KeepMeetings1767140000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(MEETINGS);
    await db.query(TASKS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE task, meeting_decision, meeting_guest, meeting');
  }
}

// When, where and whose it is stands in its activity.
const MEETINGS = `
  CREATE TABLE meeting (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    activity_id uuid NOT NULL UNIQUE,
    title text NOT NULL,
    agenda text,
    minutes text,
    convened_at timestamptz,
    convened_day date,
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id),
    FOREIGN KEY (activity_id, project_id) REFERENCES activity (id, project_id),
    CONSTRAINT meeting_convened CHECK ((convened_at IS NULL) = (convened_day IS NULL))
  );
  SELECT house_columns('meeting');
  CREATE INDEX meeting_project ON meeting (project_id);
  SELECT audit_table('meeting');

  CREATE TABLE meeting_guest (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    meeting_id uuid NOT NULL,
    position integer NOT NULL,
    name text NOT NULL,
    organisation_id uuid REFERENCES organisation,
    email text,
    convened_at timestamptz,
    present boolean,
    FOREIGN KEY (meeting_id, project_id) REFERENCES meeting (id, project_id)
  );
  SELECT house_columns('meeting_guest');
  CREATE INDEX meeting_guest_of ON meeting_guest (meeting_id, position);
  SELECT audit_table('meeting_guest');
`;

const TASKS = `
  CREATE TABLE meeting_decision (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    meeting_id uuid NOT NULL,
    text text NOT NULL,
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id),
    FOREIGN KEY (meeting_id, project_id) REFERENCES meeting (id, project_id)
  );
  SELECT house_columns('meeting_decision');
  CREATE INDEX meeting_decision_of ON meeting_decision (meeting_id, id);
  SELECT audit_table('meeting_decision');

  CREATE TABLE task (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    decision_id uuid NOT NULL UNIQUE,
    person_id uuid NOT NULL REFERENCES person,
    due_day date NOT NULL,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
    done_on date,
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id),
    FOREIGN KEY (decision_id, project_id) REFERENCES meeting_decision (id, project_id),
    CONSTRAINT task_done CHECK ((state = 'done') = (done_on IS NOT NULL))
  );
  SELECT house_columns('task');
  CREATE INDEX task_of_person ON task (person_id, due_day) WHERE state = 'open';
  CREATE INDEX task_project ON task (project_id, state, due_day);
  SELECT audit_table('task');
`;
