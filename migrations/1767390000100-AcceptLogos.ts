import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The logos that stand on what a project prints are documents of the project, of a kind of their own. */
export class AcceptLogos1767390000100 implements MigrationInterface {
  name = 'AcceptLogos1767390000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(kinds(", 'logo'"));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`UPDATE document SET kind = 'other' WHERE kind = 'logo'`);
    await db.query(kinds(''));
  }
}

const kinds = (more: string): string => `
  ALTER TABLE document DROP CONSTRAINT document_kind_check, ADD CONSTRAINT document_kind_check CHECK (kind IN (
    'evidence', 'register', 'cost_document', 'payment_proof', 'agreement', 'act', 'report', 'deliverable', 'other',
    'cup_declaration'${more}));
`;
