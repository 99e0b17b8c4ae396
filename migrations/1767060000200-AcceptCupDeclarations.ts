import { MigrationInterface, QueryRunner } from 'typeorm';

/** A document that cannot bear the CUP may be tied to it by a declaration (DSAN), attached to it as a file of its own kind. */
export class AcceptCupDeclarations1767060000200 implements MigrationInterface {
  name = 'AcceptCupDeclarations1767060000200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(kinds(", 'cup_declaration'"));
    await db.query(REASSESS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER spending_reassess ON document;
      DROP FUNCTION spending_reassess_declared;
      UPDATE document SET kind = 'other' WHERE kind = 'cup_declaration';
    `);
    await db.query(kinds(''));
  }
}

const kinds = (more: string): string => `
  ALTER TABLE document DROP CONSTRAINT document_kind_check, ADD CONSTRAINT document_kind_check CHECK (kind IN (
    'evidence', 'register', 'cost_document', 'payment_proof', 'agreement', 'act', 'report', 'deliverable', 'other'${more}));
`;

// Every project that charges the document; a file is never removed, so nothing is taken back.
const REASSESS = `
  CREATE FUNCTION spending_reassess_declared() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO outbox (topic, payload)
    SELECT DISTINCT 'spending.reassess', jsonb_build_object('projectId', e.project_id) FROM expense e
    WHERE e.cost_document_id = NEW.subject_id AND e.state = 'recorded';
    RETURN NULL;
  END $$;
  CREATE TRIGGER spending_reassess AFTER INSERT ON document FOR EACH ROW
    WHEN (NEW.kind = 'cup_declaration' AND NEW.subject_table = 'cost_document') EXECUTE FUNCTION spending_reassess_declared();
`;
