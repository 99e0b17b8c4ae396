import { MigrationInterface, QueryRunner } from 'typeorm';

/** A declaration on the CUP that is taken away, or comes back, changes what is claimable as its arrival does. */
export class ReassessWhenADeclarationGoes1767060000300 implements MigrationInterface {
  name = 'ReassessWhenADeclarationGoes1767060000300';

  async up(db: QueryRunner): Promise<void> {
    await db.query(trigger('INSERT OR UPDATE'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(trigger('INSERT'));
  }
}

const trigger = (when: string): string => `
  DROP TRIGGER spending_reassess ON document;
  CREATE TRIGGER spending_reassess AFTER ${when} ON document FOR EACH ROW
    WHEN (NEW.kind = 'cup_declaration' AND NEW.subject_table = 'cost_document') EXECUTE FUNCTION spending_reassess_declared();
`;
