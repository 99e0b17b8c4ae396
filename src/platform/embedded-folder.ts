import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Account, makePassable, reaches } from './data-directory.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import { StartRefused } from './start-refused.js';

const MAJOR = '18';
const run = promisify(execFile);

/** The two passwords that only this machine knows: of the owner, who migrates, and of the runtime role. */
export interface Passwords {
  owner: string;
  runtime: string;
}

/** Where the parts of one embedded database lie. The folder appears whole or not at all. */
export class EmbeddedFolder {
  readonly data: string;
  readonly pidFile: string;
  readonly log: string;
  private readonly passwordFile: string;

  constructor(readonly root: string) {
    this.data = join(root, 'data');
    this.pidFile = join(this.data, 'postmaster.pid');
    this.log = join(root, 'server.log');
    this.passwordFile = join(root, 'passwords.json');
  }

  passwords(): Passwords {
    try {
      return JSON.parse(fs.readFileSync(this.passwordFile, 'utf8')) as Passwords;
    } catch (cause) {
      throw new StartRefused(
        `Non riesco a leggere ${this.passwordFile}: usare lo stesso utente che ha creato i dati.`,
        { cause },
      );
    }
  }

  /**
   * Makes the cluster when there is none. It is prepared under another name and renamed when complete, so that
   * neither a power cut nor a second process can leave or see a half-made one.
   */
  async ensure(
    binaries: PostgresBinaries,
    account: Account | null,
    durable: boolean,
  ): Promise<void> {
    this.refuseOtherMajor();
    if (fs.existsSync(join(this.data, 'PG_VERSION'))) return;
    makePassable(dirname(this.root));
    if (!reaches(account, dirname(this.root))) {
      throw new StartRefused(
        `L'utente ${account?.name}, con cui gira PostgreSQL, non può entrare in ${dirname(this.root)}: scegliere un'altra cartella con DATA_DIR.`,
      );
    }
    this.removeUnfinished();
    const draft = new EmbeddedFolder(`${this.root}.new-${process.pid}-${randomUUID()}`);
    try {
      await draft.fill(binaries, account, durable);
      this.adoptDraft(draft);
    } finally {
      fs.rmSync(draft.root, { recursive: true, force: true });
    }
  }

  private async fill({ initdb }: PostgresBinaries, account: Account | null, durable: boolean) {
    fs.mkdirSync(this.root, { mode: 0o755 });
    fs.mkdirSync(this.data, { mode: 0o700 });
    const secret = () => randomBytes(24).toString('base64url');
    const passwords: Passwords = { owner: secret(), runtime: secret() };
    fs.writeFileSync(this.passwordFile, JSON.stringify(passwords), { mode: 0o600 });
    const forInitdb = join(this.root, 'owner');
    fs.writeFileSync(forInitdb, `${passwords.owner}\n`, { mode: 0o600 });
    if (account) {
      for (const path of [this.data, forInitdb]) fs.chownSync(path, account.uid, account.gid);
    }
    const options = ['-D', this.data, '-U', 'app', `--pwfile=${forInitdb}`, '--auth=scram-sha-256'];
    const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=builtin'];
    const builtin = ['--builtin-locale=C.UTF-8', '--data-checksums'];
    await run(initdb, [...options, ...locale, ...builtin, ...(durable ? [] : ['--no-sync'])], {
      ...(account && { uid: account.uid, gid: account.gid }),
      env: serverEnvironment(),
      cwd: tmpdir(),
    });
    fs.rmSync(forInitdb);
  }

  private adoptDraft(draft: EmbeddedFolder): void {
    try {
      fs.renameSync(draft.root, this.root);
    } catch (error) {
      // Another start was faster: its cluster is as good as ours.
      if (!fs.existsSync(join(this.data, 'PG_VERSION'))) throw error;
    }
    syncFolder(dirname(this.root));
  }

  private refuseOtherMajor(): void {
    const version = join(this.data, 'PG_VERSION');
    const found = fs.existsSync(version) ? fs.readFileSync(version, 'utf8').trim() : MAJOR;
    if (found === MAJOR) return;
    throw new StartRefused(
      `I dati in ${this.data} sono di PostgreSQL ${found}, questo programma usa il ${MAJOR}: ripristinare una copia fatta dal programma in una cartella nuova.`,
    );
  }

  private removeUnfinished(): void {
    const parent = dirname(this.root);
    const prefix = `${basename(this.root)}.new-`;
    for (const name of fs.readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
      if (isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue;
      fs.rmSync(join(parent, name), { recursive: true, force: true });
    }
  }
}

/** Environment of the database programs: neither the user's language nor time zone reaches them. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
});

/** Whether a process with this number exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

// Without it a power cut may forget the rename while what was written inside is kept.
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = fs.openSync(folder, 'r');
  fs.fsyncSync(handle);
  fs.closeSync(handle);
}
