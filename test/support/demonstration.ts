import type { DemoAccount } from '../../src/demo/demo-users.js';
import { loadDemonstration } from '../../src/demo/load-demonstration.js';
import { startApp, type TestApp } from './app.js';

export interface DemonstrationApp extends TestApp {
  /** The user of a role that the demonstration made. */
  user(role: DemoAccount['role']): { id: string };
  /** Tries to load it once more. */
  loadAgain(): Promise<unknown>;
}

/** The program with the demonstration in it, on its first day. */
export async function startDemonstration(): Promise<DemonstrationApp> {
  const app = await startApp();
  // Nobody signs in by password here: the hash of the real one costs a second.
  const options = {
    clock: app.clock,
    passwordHash: (password: string) => Promise.resolve(password),
  };
  const accounts = await loadDemonstration(app.db, options);
  const users: { id: string; email: string }[] = await app.db.query(
    'SELECT id, email FROM app_user',
  );
  const user = (role: DemoAccount['role']) => {
    const { email } = accounts.find((account) => account.role === role) ?? {};
    const found = users.find((one) => one.email === email);
    if (!found) throw new Error(`The demonstration has no ${role}`);
    return found;
  };
  return { ...app, user, loadAgain: () => loadDemonstration(app.db, options) };
}
