import { MigrationInterface, QueryRunner } from 'typeorm';

export class ForgetHashesOfIdentities1767200000100 implements MigrationInterface {
  name = 'ForgetHashesOfIdentities1767200000100';

  // Whoever writes an identity is answered its code and initials; the hashes of those bodies had no key.
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `DELETE FROM idempotency_key WHERE answer ? 'recipientId' AND answer ? 'initials'`,
    );
  }

  async down(): Promise<void> {
    // What was forgotten does not come back.
  }
}
