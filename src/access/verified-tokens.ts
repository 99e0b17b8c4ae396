const MOST = 20_000;

/**
 * The tokens that this process has lately found good, by their hash, and whose they are. Nobody is let in because of it:
 * it only tells whose requests are counted together, without asking the database.
 */
export class VerifiedTokens {
  private readonly users = new Map<string, string>();

  remember(hash: Buffer, userId: string): void {
    const key = hash.toString('base64');
    if (this.users.get(key) === userId) return;
    this.users.set(key, userId);
    const [oldest] = this.users.keys();
    if (this.users.size > MOST && oldest !== undefined) this.users.delete(oldest);
  }

  forget(hash: Buffer): void {
    this.users.delete(hash.toString('base64'));
  }

  userOf(hash: Buffer): string | undefined {
    return this.users.get(hash.toString('base64'));
  }
}
