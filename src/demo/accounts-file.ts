import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoAccount } from './demo-users.js';

export const accountsFile = (dataDir: string): string => join(dataDir, 'demo-accounts.json');

/** Readable by its owner only, whatever the file was before. */
export function writeAccounts(dataDir: string, accounts: DemoAccount[]): void {
  removeAccounts(dataDir);
  const text = `${JSON.stringify(accounts, null, 2)}\n`;
  writeFileSync(accountsFile(dataDir), text, { mode: 0o600, flag: 'wx' });
}

export const removeAccounts = (dataDir: string): void =>
  rmSync(accountsFile(dataDir), { force: true });

/** What a newcomer needs to sign in, as lines for the terminal. */
export function signIns(dataDir: string, accounts: DemoAccount[]): string {
  const lines = accounts.map(
    ({ label, email, password }) => `  ${label.padEnd(30)}${email.padEnd(34)}${password}`,
  );
  return [`Accessi della dimostrazione, anche in ${accountsFile(dataDir)}:`, ...lines].join('\n');
}
