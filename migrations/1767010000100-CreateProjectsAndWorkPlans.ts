import { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateProjectsAndWorkPlans1767010000100 implements MigrationInterface {
  name = 'CreateProjectsAndWorkPlans1767010000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(PROJECTS);
    await db.query(SHEET);
    await db.query(PARTICIPATIONS);
    await db.query(WORK_PLAN);
    await db.query(OBJECTIVES_AND_DELIVERABLES);
    await db.query(TEAM_AND_FEEDS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE feed, team_member, deliverable, objective_work_item, objective, work_item, work_plan_version, participation,
        project_relation, project_function, project_code, project_community, project_area, project_place, project_alias, project;
    `);
  }
}

// Precision counts: '2018' to '2022' are years. left() compares only as much of the start as the end says.
const PROJECTS = `
  CREATE TABLE project (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    title text COLLATE "it-x-icu" NOT NULL CHECK (title <> ''),
    acronym text,
    summary text,
    aims text,
    state text NOT NULL DEFAULT 'unknown' CHECK (state IN ('draft', 'active', 'concluded', 'archived', 'unknown')),
    starts partial_date,
    ends partial_date,
    execution_years text,
    fund_id uuid REFERENCES fund,
    programme_node_id uuid REFERENCES programme_node,
    call_id uuid REFERENCES call,
    submitted_year integer CHECK (submitted_year BETWEEN 1950 AND 2100),
    annuality text,
    cup text,
    website text,
    functions_known boolean NOT NULL DEFAULT false,
    functions_note text,
    source text,
    demonstration boolean NOT NULL DEFAULT false,
    CHECK (left(starts, length(ends)) <= ends)
  );
  CREATE INDEX project_order ON project (title, id);
  SELECT house_columns('project');
  SELECT audit_table('project');
`;

const SHEET = `
  CREATE TABLE project_alias (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    alias text NOT NULL,
    UNIQUE (project_id, alias)
  );
  CREATE TABLE project_place (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    country char(2) NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    region text,
    province text,
    UNIQUE NULLS NOT DISTINCT (project_id, country, region, province)
  );
  CREATE TABLE project_area (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    label text NOT NULL,
    UNIQUE (project_id, label)
  );
  CREATE TABLE project_community (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    label text NOT NULL,
    country char(2) CHECK (country ~ '^[A-Z]{2}$'),
    UNIQUE (project_id, label)
  );
  CREATE TABLE project_code (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    scheme text NOT NULL,
    code text NOT NULL,
    UNIQUE (project_id, scheme, code)
  );
  CREATE TABLE project_function (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    function text NOT NULL CHECK (function IN ('ideation', 'design', 'coordination_support', 'operational_management',
      'administrative_management', 'activity_delivery', 'programming_assistance', 'management_assistance', 'evaluation_assistance')),
    UNIQUE (project_id, function)
  );
  CREATE TABLE project_relation (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    other_project_id uuid NOT NULL REFERENCES project,
    kind text NOT NULL CHECK (kind IN ('continues', 'feeds', 'derives')),
    note text,
    UNIQUE (project_id, other_project_id, kind),
    CHECK (project_id <> other_project_id)
  );
  CREATE INDEX project_relation_other ON project_relation (other_project_id);
  SELECT house_columns(t), audit_table(t) FROM unnest('{project_alias,project_place,project_area,project_community,project_code,
    project_function,project_relation}'::regclass[]) t;
`;

const PARTICIPATIONS = `
  CREATE TABLE participation (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    organisation_id uuid NOT NULL REFERENCES organisation,
    role text NOT NULL CHECK (role IN ('lead', 'partner', 'adherent', 'foreign_adherent', 'contractor', 'evaluator', 'auditor',
      'legal_expert', 'authority', 'programming_body', 'technical_assistance', 'service')),
    category text,
    via_network_id uuid REFERENCES organisation,
    cup text,
    vat_regime text CHECK (vat_regime IN ('recoverable', 'partly_recoverable', 'cost')),
    note text,
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id),
    UNIQUE (project_id, organisation_id, role),
    CHECK (via_network_id IS NULL OR role IN ('adherent', 'foreign_adherent'))
  );
  CREATE UNIQUE INDEX participation_one_lead ON participation (project_id) WHERE role = 'lead';
  CREATE INDEX participation_organisation ON participation (organisation_id);
  SELECT house_columns('participation');
  SELECT audit_table('participation');
`;

// The content of an approved version is frozen with it; the live items are the draft, or the last approved plan.
const WORK_PLAN = `
  CREATE TABLE work_plan_version (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    number integer NOT NULL CHECK (number > 0),
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'approved')),
    approved_on date,
    act text,
    content jsonb,
    UNIQUE (id, project_id),
    UNIQUE (project_id, number),
    CHECK ((state = 'approved') = (approved_on IS NOT NULL AND content IS NOT NULL))
  );
  CREATE UNIQUE INDEX work_plan_one_draft ON work_plan_version (project_id) WHERE state = 'draft';
  CREATE TABLE work_item (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    parent_id uuid,
    kind text NOT NULL CHECK (kind IN ('action', 'work_package', 'phase', 'activity_line')),
    code text NOT NULL,
    title text NOT NULL,
    description text,
    starts partial_date,
    ends partial_date,
    position integer NOT NULL DEFAULT 0,
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id),
    UNIQUE (project_id, code),
    FOREIGN KEY (parent_id, project_id) REFERENCES work_item (id, project_id),
    CHECK (parent_id <> id),
    CHECK (left(starts, length(ends)) <= ends)
  );
  SELECT house_columns(t), audit_table(t) FROM unnest('{work_plan_version,work_item}'::regclass[]) t;
`;

const OBJECTIVES_AND_DELIVERABLES = `
  CREATE TABLE objective (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    parent_id uuid,
    code text,
    kind text NOT NULL CHECK (kind IN ('general', 'specific', 'purpose')),
    text text NOT NULL,
    position integer NOT NULL DEFAULT 0,
    UNIQUE (id, project_id),
    FOREIGN KEY (parent_id, project_id) REFERENCES objective (id, project_id),
    CHECK (parent_id <> id)
  );
  CREATE INDEX objective_project ON objective (project_id, position);
  CREATE TABLE objective_work_item (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    objective_id uuid NOT NULL,
    work_item_id uuid NOT NULL,
    UNIQUE (objective_id, work_item_id),
    FOREIGN KEY (objective_id, project_id) REFERENCES objective (id, project_id),
    FOREIGN KEY (work_item_id, project_id) REFERENCES work_item (id, project_id)
  );
  CREATE TABLE deliverable (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    work_item_id uuid,
    kind text NOT NULL CHECK (kind IN ('study', 'publication', 'event', 'study_tour', 'content', 'playlist', 'service', 'other')),
    title text NOT NULL,
    language text CHECK (language ~ '^[a-z]{2}$'),
    territory text,
    theme text,
    url text,
    file_name text,
    position integer NOT NULL DEFAULT 0,
    UNIQUE (id, project_id),
    FOREIGN KEY (work_item_id, project_id) REFERENCES work_item (id, project_id)
  );
  CREATE INDEX deliverable_project ON deliverable (project_id, position);
  SELECT house_columns(t), audit_table(t) FROM unnest('{objective,objective_work_item,deliverable}'::regclass[]) t;
`;

const TEAM_AND_FEEDS = `
  CREATE TABLE team_member (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    person_id uuid NOT NULL REFERENCES person,
    function text,
    from_day partial_date,
    to_day partial_date,
    position integer NOT NULL DEFAULT 0,
    UNIQUE NULLS NOT DISTINCT (project_id, person_id, function, from_day)
  );
  CREATE TABLE feed (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    site_name text NOT NULL,
    site_url text,
    note text,
    position integer NOT NULL DEFAULT 0,
    UNIQUE (project_id, site_name)
  );
  SELECT house_columns(t), audit_table(t) FROM unnest('{team_member,feed}'::regclass[]) t;
`;
