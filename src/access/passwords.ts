import { hash, verify } from '@node-rs/argon2';

// OWASP's floor for argon2id: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 200;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

let dummy: Promise<string> | undefined;

/** Compares in the same time whether or not the user exists. */
export async function passwordMatches(password: string, kept: string | null): Promise<boolean> {
  dummy ??= hashPassword('nobody has this password');
  const matches = await verify(kept ?? (await dummy), password);
  return matches && kept !== null;
}
