import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { defaultDataDirectory } from './platform/data-directory.js';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const WORKERS = ['inline', 'none'] as const;
const PROXY_WORDS = ['loopback', 'linklocal', 'uniquelocal'];
const EVERYWHERE = ['0.0.0.0', '::'];
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** Every setting of the program, read and checked once. Addresses that are not set stay undefined. */
export interface Config {
  port: number;
  host: string;
  /** What a browser types to reach us, without a final slash. */
  publicUrl: string;
  /** Runtime role of a real server; without it PostgreSQL runs embedded in `dataDir`. */
  databaseUrl?: string;
  /** Owner role of the same database: migrates. */
  migrationDatabaseUrl?: string;
  redisUrl?: string;
  smtpUrl?: string;
  /** Sender of our mail; without it, a name at the host of `publicUrl`. */
  mailFrom?: string;
  /** Addresses or ranges of the reverse proxies whose word about the visitor's address is taken. */
  trustProxy: string[];
  /** The largest document accepted, in bytes. */
  documentMaxBytes: number;
  /** Absolute folder of the documents and, when embedded, of the database. */
  dataDir: string;
  /** Absolute path of the file of audit seals, best on another machine's disk. */
  auditSealsFile: string;
  /** Secret under which identities of recipients are sealed, base64 of 32 bytes; with the embedded database a file stands in. */
  identityKey?: string;
  logLevel: (typeof LOG_LEVELS)[number];
  /** Requests that one caller may make in a minute. */
  rateLimit: number;
  /** Whether jobs run inside the web process. */
  worker: (typeof WORKERS)[number];
}

/** A setting that stops the start; its message is a sentence that names the variable. */
export class ConfigError extends Error {
  constructor(
    readonly variable: string,
    sentence: string,
  ) {
    super(sentence);
    this.name = 'ConfigError';
  }
}

type Environment = Record<string, string | undefined>;

/** Reads the environment. Throws ConfigError at the first wrong or missing value. */
export function readConfig(env: Environment = process.env): Config {
  const port = portOf(env);
  const host = hostOf(env);
  const databaseUrl = urlOf(env, 'DATABASE_URL', ['postgres:', 'postgresql:']);
  const migrationDatabaseUrl = urlOf(env, 'MIGRATION_DATABASE_URL', ['postgres:', 'postgresql:']);
  if (migrationDatabaseUrl && !databaseUrl) {
    throw new ConfigError(
      'DATABASE_URL',
      'Manca DATABASE_URL: MIGRATION_DATABASE_URL da sola non basta, il programma lavora con un ruolo che non è il proprietario.',
    );
  }
  const dataDir = dataDirOf(env, databaseUrl === undefined);
  return {
    port,
    host,
    publicUrl: publicUrlOf(env, { host, port, deployed: databaseUrl !== undefined }),
    databaseUrl,
    migrationDatabaseUrl,
    redisUrl: urlOf(env, 'REDIS_URL', ['redis:', 'rediss:']),
    smtpUrl: urlOf(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: senderOf(env),
    rateLimit: numberOf(env, 'RATE_LIMIT', 1200),
    trustProxy: proxiesOf(env),
    documentMaxBytes: numberOf(env, 'DOCUMENT_MAX_MB', 25) * 1024 * 1024,
    dataDir,
    auditSealsFile: resolve(text(env, 'AUDIT_SEALS_FILE') ?? join(dataDir, 'audit-seals.log')),
    identityKey: identityKeyOf(env),
    logLevel: oneOf(env, 'LOG_LEVEL', LOG_LEVELS, 'info'),
    worker: oneOf(env, 'WORKER', WORKERS, 'inline'),
  };
}

/** An empty variable counts as absent: compose files pass `X=` for what is not set. */
function text(env: Environment, variable: string): string | undefined {
  const value = env[variable]?.trim();
  return value ? value : undefined;
}

function portOf(env: Environment): number {
  const value = text(env, 'PORT') ?? '3000';
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) {
    throw new ConfigError('PORT', `PORT deve essere un numero da 0 a 65535, non «${value}».`);
  }
  return Number(value);
}

function hostOf(env: Environment): string {
  const value = text(env, 'HOST') ?? '127.0.0.1';
  if (!/^[\w.:-]+$/.test(value)) {
    throw new ConfigError(
      'HOST',
      `HOST deve essere un indirizzo o un nome di macchina, per esempio 127.0.0.1 o 0.0.0.0, non «${value}».`,
    );
  }
  return value;
}

function senderOf(env: Environment): string | undefined {
  const value = text(env, 'MAIL_FROM');
  if (value !== undefined && !/^[^\s<>@]+@[^\s<>@]+$/.test(value)) {
    throw new ConfigError(
      'MAIL_FROM',
      `MAIL_FROM deve essere un indirizzo di posta, non «${value}».`,
    );
  }
  return value;
}

function identityKeyOf(env: Environment): string | undefined {
  const value = text(env, 'IDENTITY_KEY');
  if (value !== undefined && Buffer.from(value, 'base64').length !== 32) {
    // A secret: it is never repeated.
    throw new ConfigError(
      'IDENTITY_KEY',
      'IDENTITY_KEY deve contenere 32 byte in base64: si genera con «openssl rand -base64 32».',
    );
  }
  return value;
}

function proxiesOf(env: Environment): string[] {
  const proxies = (text(env, 'TRUST_PROXY') ?? '').split(',').map((proxy) => proxy.trim());
  const wrong = proxies.find((proxy) => proxy && !isProxy(proxy));
  if (wrong !== undefined) {
    throw new ConfigError(
      'TRUST_PROXY',
      `TRUST_PROXY deve elencare, separati da virgole, indirizzi o reti come 10.0.0.0/8 o le parole loopback e uniquelocal; non «${wrong}».`,
    );
  }
  return proxies.filter(Boolean);
}

function isProxy(text: string): boolean {
  if (PROXY_WORDS.includes(text)) return true;
  const [address = '', bits = '0'] = text.split('/');
  const widest = isIP(address) === 4 ? 32 : 128;
  return isIP(address) > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= widest;
}

function numberOf(env: Environment, variable: string, fallback: number): number {
  const value = text(env, variable) ?? String(fallback);
  if (!/^\d{1,9}$/.test(value) || Number(value) === 0) {
    throw new ConfigError(
      variable,
      `${variable} deve essere un numero intero maggiore di zero, non «${value}».`,
    );
  }
  return Number(value);
}

function urlOf(env: Environment, variable: string, protocols: string[]): string | undefined {
  const value = text(env, variable);
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !protocols.includes(url.protocol) || !url.hostname) {
    // The value may hold a password: it is never repeated.
    const shape = protocols.map((protocol) => `${protocol}//`).join(' o ');
    throw new ConfigError(
      variable,
      `${variable} deve essere un indirizzo che comincia con ${shape}.`,
    );
  }
  if (protocols.includes('postgres:') && url.pathname.length < 2) {
    throw new ConfigError(
      variable,
      `${variable} deve nominare anche la base dati, come in postgres://utente@server:5432/capofila.`,
    );
  }
  return value;
}

function publicUrlOf(
  env: Environment,
  { host, port, deployed }: { host: string; port: number; deployed: boolean },
): string {
  const value = urlOf(env, 'PUBLIC_URL', ['http:', 'https:']);
  if (value) return value.replace(/\/+$/, '');
  if (deployed && !LOOPBACK.includes(host)) {
    throw new ConfigError(
      'PUBLIC_URL',
      'Manca PUBLIC_URL: scrivere l’indirizzo con cui gli utenti raggiungono il programma, per esempio https://capofila.ente.it.',
    );
  }
  // Every address of the machine is no address to visit.
  const visited = EVERYWHERE.includes(host) ? '127.0.0.1' : host;
  return `http://${visited.includes(':') ? `[${visited}]` : visited}:${port}`;
}

function dataDirOf(env: Environment, embedded: boolean): string {
  const value = text(env, 'DATA_DIR');
  if (value?.includes('\0') || value === '/') {
    throw new ConfigError('DATA_DIR', 'DATA_DIR deve essere una cartella riservata al programma.');
  }
  if (value === undefined && embedded) return defaultDataDirectory(process.cwd());
  return resolve(value ?? '.data');
}

function oneOf<T extends string>(
  env: Environment,
  variable: string,
  allowed: readonly T[],
  fallback: T,
): T {
  const value = text(env, variable) ?? fallback;
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) {
    throw new ConfigError(
      variable,
      `${variable} deve essere uno di questi valori: ${allowed.join(', ')}; non «${value}».`,
    );
  }
  return found;
}
