import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a row is moved to another partner, what the former partner's operators attached stays theirs: the new partner sees
 * what was attached by those who work for the whole project, and what comes from now on.
 */
export class KeepFilesWithWhoAttachedThem1767061000000 implements MigrationInterface {
  name = 'KeepFilesWithWhoAttachedThem1767061000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(following(OF_THE_WHOLE_PROJECT));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(following(''));
  }
}

const OF_THE_WHOLE_PROJECT = `AND NOT EXISTS (
          SELECT FROM member m WHERE m.user_id = document.created_by AND m.role = 'partner'
            AND m.participation_id = document.participation_id)`;

const following = (condition: string): string => `
  CREATE OR REPLACE FUNCTION documents_follow() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE document SET participation_id = NEW.participation_id, version = version + 1
    WHERE subject_table = TG_TABLE_NAME AND subject_id = NEW.id ${condition};
    RETURN NULL;
  END $$;
`;
