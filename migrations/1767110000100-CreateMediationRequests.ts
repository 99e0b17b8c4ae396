import { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMediationRequests1767110000100 implements MigrationInterface {
  name = 'CreateMediationRequests1767110000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(MEDIATORS);
    await db.query(LINKS);
    await db.query(REQUESTS);
    await db.query(CONFIRMATIONS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP TABLE hours_confirmation, mediation_request, request_link, mediator_slot, mediator',
    );
  }
}

const MEDIATORS = `
  CREATE TABLE mediator (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    person_id uuid NOT NULL UNIQUE REFERENCES person,
    languages text[] NOT NULL DEFAULT '{}',
    email text,
    demonstration boolean NOT NULL DEFAULT false
  );
  SELECT house_columns('mediator');
  CREATE INDEX mediator_languages ON mediator USING gin (languages);
  SELECT audit_table('mediator');
  CREATE TABLE mediator_slot (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    mediator_id uuid NOT NULL REFERENCES mediator ON DELETE CASCADE,
    weekday smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    from_time time(0) NOT NULL,
    to_time time(0) NOT NULL,
    CONSTRAINT mediator_slot_forward CHECK (to_time > from_time)
  );
  SELECT house_columns('mediator_slot');
  CREATE INDEX mediator_slot_of ON mediator_slot (mediator_id);
  SELECT audit_table('mediator_slot');
`;

// Of a link only the hash is kept: what stands here opens nothing.
const LINKS = `
  CREATE TABLE request_link (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    organisation_id uuid NOT NULL REFERENCES organisation,
    token_hash bytea NOT NULL UNIQUE,
    revoked_at timestamptz,
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id)
  );
  SELECT house_columns('request_link');
  CREATE INDEX request_link_project ON request_link (project_id);
  SELECT audit_table('request_link');
`;

// When it was asked and answered is told on the program's calendar: in the demonstration that one is not the real one.
const REQUESTS = `
  CREATE TABLE mediation_request (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    number integer NOT NULL CHECK (number > 0),
    organisation_id uuid NOT NULL REFERENCES organisation,
    asked_by text NOT NULL,
    asked_by_email text,
    asked_by_phone text,
    meets text,
    reason text NOT NULL,
    language text NOT NULL,
    citizenship char(2),
    territory_id uuid REFERENCES territory,
    wanted_day date NOT NULL,
    wanted_time time(0) NOT NULL,
    minutes integer NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    mode text NOT NULL CHECK (mode IN ('in_person', 'remote')),
    place text,
    origin text NOT NULL CHECK (origin IN ('phone', 'link')),
    state text NOT NULL DEFAULT 'received'
      CHECK (state IN ('received', 'accepted', 'assigned', 'delivered', 'confirmed', 'contested', 'refused', 'unmet')),
    closing text CHECK (closing IN ('out_of_scope', 'incomplete', 'duplicate', 'withdrawn', 'no_mediator', 'no_availability', 'no_hours', 'too_late', 'other')),
    closing_note text,
    contest_reason text,
    received_on date NOT NULL,
    received_time time(0) NOT NULL,
    answered_on date,
    answered_time time(0),
    mediator_id uuid REFERENCES person,
    participation_id uuid,
    activity_id uuid UNIQUE,
    link_id uuid,
    sent_key text,
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id),
    CONSTRAINT mediation_request_number UNIQUE (project_id, number),
    CONSTRAINT mediation_request_sent_once UNIQUE (link_id, sent_key),
    FOREIGN KEY (participation_id, project_id) REFERENCES participation (id, project_id),
    FOREIGN KEY (activity_id, project_id) REFERENCES activity (id, project_id),
    FOREIGN KEY (link_id, project_id) REFERENCES request_link (id, project_id),
    CONSTRAINT mediation_request_closing CHECK ((state IN ('refused', 'unmet')) = (closing IS NOT NULL)),
    CONSTRAINT mediation_request_contest CHECK ((state = 'contested') = (contest_reason IS NOT NULL)),
    CONSTRAINT mediation_request_work CHECK (state NOT IN ('assigned', 'delivered', 'confirmed', 'contested') OR (activity_id IS NOT NULL AND mediator_id IS NOT NULL)),
    CONSTRAINT mediation_request_answer CHECK ((answered_on IS NULL) = (answered_time IS NULL) AND (answered_on IS NOT NULL OR state IN ('received', 'accepted')))
  );
  SELECT house_columns('mediation_request');
  CREATE INDEX mediation_request_newest ON mediation_request (project_id, received_on DESC, received_time DESC, id DESC);
  CREATE INDEX mediation_request_open ON mediation_request (project_id, wanted_day) WHERE state IN ('received', 'accepted', 'assigned', 'delivered', 'contested');
  SELECT audit_table('mediation_request');
  REVOKE DELETE ON mediation_request FROM capofila_app;
`;

const CONFIRMATIONS = `
  CREATE TABLE hours_confirmation (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    request_id uuid NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    answered_at timestamptz,
    answer text CHECK (answer IN ('confirmed', 'contested')),
    answer_key text,
    FOREIGN KEY (request_id, project_id) REFERENCES mediation_request (id, project_id),
    CONSTRAINT hours_confirmation_answered CHECK ((answered_at IS NULL) = (answer IS NULL))
  );
  SELECT house_columns('hours_confirmation');
  CREATE INDEX hours_confirmation_request ON hours_confirmation (request_id);
  SELECT audit_table('hours_confirmation');
  REVOKE DELETE ON hours_confirmation FROM capofila_app;
`;
