import type { DemoAccount } from '../../src/demo/demo-users.js';
import { startOn, type TestApp } from './app.js';
import { cloneDemonstration } from './demonstration-database.js';

export interface DemonstrationApp extends TestApp {
  /** The user of a role that the demonstration made. */
  user(role: DemoAccount['role']): { id: string };
}

/** The program with the demonstration in it, on its first day. */
export async function startDemonstration(): Promise<DemonstrationApp> {
  const { accounts, ...database } = await cloneDemonstration();
  const app = await startOn(database);
  const users: { id: string; email: string }[] = await app.db.query(
    'SELECT id, email FROM app_user',
  );
  const user = (role: DemoAccount['role']) => {
    const { email } = accounts.find((account) => account.role === role) ?? {};
    const found = users.find((one) => one.email === email);
    if (!found) throw new Error(`The demonstration has no ${role}`);
    return found;
  };
  return { ...app, user };
}
