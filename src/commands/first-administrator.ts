import { isEmail } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { newLink } from '../access/users.service.js';
import { User } from '../access/user.entity.js';
import { Refused, type Work } from './command.js';
import { withDatabase } from './with-database.js';

/** There is no default account: who runs the machine makes the first one, and no password is ever typed here. */
export const firstAdministrator: Work = async (config, email) => {
  if (!isEmail(email)) throw new Refused(`«${email}» non è un indirizzo di posta.`);
  const token = await withDatabase(config, (source) =>
    source.transaction(async (db) => {
      const administrator = await administratorFor(db, email);
      return (await newLink(db, administrator.id)).token;
    }),
  );
  return `Aprire questo collegamento e scegliere la password:\n${config.publicUrl}/primo-accesso#${token}`;
};

async function administratorFor(db: EntityManager, email: string): Promise<User> {
  const user = await db.findOneBy(User, { email });
  if (user?.disabledAt) throw new Refused(`L'utente ${email} è disattivato.`);
  if (user && !user.systemAdmin) {
    throw new Refused(
      `${email} è già un utente, ma non amministratore di sistema: usarne un altro.`,
    );
  }
  return user ?? db.save(db.create(User, { email, name: email.split('@')[0], systemAdmin: true }));
}
