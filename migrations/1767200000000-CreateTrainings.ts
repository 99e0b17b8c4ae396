import { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTrainings1767200000000 implements MigrationInterface {
  name = 'CreateTrainings1767200000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TRAININGS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE trainee, training');
  }
}

const TRAININGS = `
  CREATE TABLE training (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    work_item_id uuid NOT NULL,
    participation_id uuid,
    activity_id uuid,
    field text NOT NULL CHECK (char_length(field) <= 200),
    contents text NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    minutes integer CHECK (minutes > 0),
    state text NOT NULL DEFAULT 'held' CHECK (state IN ('held', 'cancelled')),
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id),
    FOREIGN KEY (work_item_id, project_id) REFERENCES work_item (id, project_id),
    FOREIGN KEY (participation_id, project_id) REFERENCES participation (id, project_id),
    FOREIGN KEY (activity_id, project_id) REFERENCES activity (id, project_id),
    CONSTRAINT training_forward CHECK (to_day >= from_day)
  );
  SELECT house_columns('training');
  CREATE INDEX training_project ON training (project_id, to_day);
  CREATE INDEX training_activity ON training (activity_id);
  SELECT audit_table('training');

  CREATE TABLE trainee (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL,
    training_id uuid NOT NULL,
    person_id uuid NOT NULL REFERENCES person,
    demonstration boolean NOT NULL DEFAULT false,
    FOREIGN KEY (training_id, project_id) REFERENCES training (id, project_id),
    CONSTRAINT trainee_once UNIQUE (training_id, person_id)
  );
  SELECT house_columns('trainee');
  CREATE INDEX trainee_person ON trainee (person_id);
  SELECT audit_table('trainee');
`;
