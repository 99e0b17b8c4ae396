import { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateProgrammesAndOrganisations1767010000000 implements MigrationInterface {
  name = 'CreateProgrammesAndOrganisations1767010000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(SHARED);
    await db.query(PROGRAMMES);
    await db.query(CALLS);
    await db.query(ORGANISATIONS);
    await db.query(NETWORKS);
    await db.query(PERSONS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE person, collaboration, network_size, network_membership, organisation_alias, organisation,
        call_rule, cost_category, call, programme_node, programme, fund;
      DROP FUNCTION search_text;
      DROP DOMAIN partial_date;
    `);
  }
}

// A date with its precision ('2018', '2018-05', '2018-05-15'); search_text lets an index ignore case and accents.
const SHARED = `
  CREATE DOMAIN partial_date AS text COLLATE "C"
    CHECK (VALUE ~ '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$');

  CREATE FUNCTION search_text(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, value)) $$;
`;

const PROGRAMMES = `
  CREATE TABLE fund (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    code text NOT NULL UNIQUE,
    name text NOT NULL,
    note text
  );
  CREATE TABLE programme (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    fund_id uuid NOT NULL REFERENCES fund,
    code text NOT NULL UNIQUE,
    name text NOT NULL,
    years text
  );
  CREATE TABLE programme_node (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    programme_id uuid NOT NULL REFERENCES programme,
    parent_id uuid,
    code text NOT NULL,
    label text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('specific_objective', 'national_objective', 'letter', 'priority', 'action', 'other')),
    UNIQUE (id, programme_id),
    UNIQUE NULLS NOT DISTINCT (programme_id, parent_id, code),
    FOREIGN KEY (parent_id, programme_id) REFERENCES programme_node (id, programme_id),
    CHECK (parent_id <> id)
  );
  SELECT house_columns(t), audit_table(t) FROM unnest('{fund,programme,programme_node}'::regclass[]) t;
`;

// A rule whose value nobody has found stays null: the screens say "non configurato" and nothing computes with it.
const CALLS = `
  CREATE TABLE call (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    programme_id uuid NOT NULL REFERENCES programme,
    code text,
    title text NOT NULL,
    year integer,
    note text,
    UNIQUE NULLS NOT DISTINCT (programme_id, code, title)
  );
  CREATE TABLE cost_category (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    call_id uuid NOT NULL REFERENCES call,
    parent_id uuid,
    code text NOT NULL,
    label text NOT NULL,
    cap_rate numeric(9,6) CHECK (cap_rate > 0 AND cap_rate <= 1),
    cap_base text CHECK (cap_base IN ('direct', 'direct_staff', 'total')),
    mandatory_if text,
    position integer NOT NULL DEFAULT 0,
    UNIQUE (id, call_id),
    UNIQUE (call_id, code),
    FOREIGN KEY (parent_id, call_id) REFERENCES cost_category (id, call_id),
    CHECK (cap_base IS NULL OR cap_rate IS NOT NULL)
  );
  CREATE TABLE call_rule (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    call_id uuid NOT NULL REFERENCES call,
    code text NOT NULL,
    label text NOT NULL,
    value text,
    source text,
    valid_from date,
    valid_to date,
    UNIQUE NULLS NOT DISTINCT (call_id, code, valid_from),
    CHECK (valid_to >= valid_from)
  );
  SELECT house_columns(t), audit_table(t) FROM unnest('{call,cost_category,call_rule}'::regclass[]) t;
`;

const ORGANISATIONS = `
  CREATE TABLE organisation (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    name text COLLATE "it-x-icu" NOT NULL CHECK (name <> ''),
    short_name text,
    kind text NOT NULL CHECK (kind IN ('ministry', 'region', 'local_authority', 'public_unit', 'prefecture', 'health_authority',
      'school', 'school_site', 'adult_education', 'university', 'research_body', 'training_agency', 'social_service',
      'cooperative', 'ngo', 'association', 'network', 'consortium', 'foundation', 'company', 'other')),
    parent_id uuid REFERENCES organisation,
    country char(2) CHECK (country ~ '^[A-Z]{2}$'),
    region text,
    place text,
    website text,
    note text,
    demonstration boolean NOT NULL DEFAULT false,
    CHECK (parent_id <> id)
  );
  CREATE INDEX organisation_order ON organisation (name, id);
  CREATE INDEX organisation_search ON organisation USING gin (search_text(name) gin_trgm_ops, search_text(short_name) gin_trgm_ops);
  CREATE INDEX organisation_parent ON organisation (parent_id) WHERE parent_id IS NOT NULL;

  CREATE TABLE organisation_alias (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    organisation_id uuid NOT NULL REFERENCES organisation,
    alias text NOT NULL CHECK (alias <> ''),
    UNIQUE (organisation_id, alias)
  );
  CREATE INDEX organisation_alias_search ON organisation_alias USING gin (search_text(alias) gin_trgm_ops);
  SELECT house_columns(t), audit_table(t) FROM unnest('{organisation,organisation_alias}'::regclass[]) t;
`;

// A declared size is what a network says of itself on a day; a collaboration makes nobody a member.
const NETWORKS = `
  CREATE TABLE network_membership (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    network_id uuid NOT NULL REFERENCES organisation,
    organisation_id uuid NOT NULL REFERENCES organisation,
    note text,
    UNIQUE (network_id, organisation_id),
    CHECK (network_id <> organisation_id)
  );
  CREATE INDEX network_membership_of ON network_membership (organisation_id);
  CREATE TABLE network_size (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    network_id uuid NOT NULL REFERENCES organisation,
    size integer NOT NULL CHECK (size > 0),
    counted_on partial_date,
    source text NOT NULL,
    UNIQUE NULLS NOT DISTINCT (network_id, counted_on, source)
  );
  CREATE TABLE collaboration (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    organisation_id uuid NOT NULL REFERENCES organisation,
    other_id uuid NOT NULL REFERENCES organisation,
    note text,
    UNIQUE (organisation_id, other_id),
    CHECK (organisation_id <> other_id)
  );
  CREATE INDEX collaboration_other ON collaboration (other_id);
  SELECT house_columns(t), audit_table(t) FROM unnest('{network_membership,network_size,collaboration}'::regclass[]) t;
`;

const PERSONS = `
  CREATE TABLE person (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    name text COLLATE "it-x-icu" NOT NULL CHECK (name <> ''),
    organisation_id uuid REFERENCES organisation,
    demonstration boolean NOT NULL DEFAULT false
  );
  CREATE INDEX person_order ON person (name, id);
  CREATE INDEX person_search ON person USING gin (search_text(name) gin_trgm_ops);
  CREATE INDEX person_organisation ON person (organisation_id) WHERE organisation_id IS NOT NULL;
  SELECT house_columns('person');
  SELECT audit_table('person');
`;
