import { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDocuments1767000002000 implements MigrationInterface {
  name = 'CreateDocuments1767000002000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(DOCUMENT);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE document');
  }
}

// The bytes are outside, under their hash. project_id and participation_id get their foreign keys with the tables they name.
const DOCUMENT = `
  CREATE TABLE document (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL,
    participation_id uuid,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size_bytes integer NOT NULL CHECK (size_bytes >= 0),
    media_type text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL CHECK (kind IN (
      'evidence', 'register', 'cost_document', 'payment_proof', 'agreement', 'act', 'report', 'deliverable', 'other')),
    confidential boolean NOT NULL DEFAULT false,
    subject_table text,
    subject_id uuid,
    CONSTRAINT document_subject_whole CHECK ((subject_table IS NULL) = (subject_id IS NULL)),
    UNIQUE (id, project_id)
  );
  SELECT house_columns('document');
  SELECT audit_table('document');
  CREATE INDEX document_project ON document (project_id, id DESC);
  CREATE INDEX document_subject ON document (subject_id) WHERE subject_id IS NOT NULL;
  CREATE INDEX document_content ON document (sha256);
`;
