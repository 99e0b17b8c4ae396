import { ConfigError, readConfig } from './config.js';

const refused = (env: Record<string, string>): ConfigError => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
  }
  throw new Error('the configuration was accepted');
};

describe('readConfig', () => {
  it('needs no variable at all', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:3000',
      logLevel: 'info',
      worker: 'inline',
    });
    expect(config.databaseUrl).toBeUndefined();
  });

  it('takes an empty variable for an absent one', () => {
    expect(readConfig({ REDIS_URL: '', PORT: ' ' })).toMatchObject({ port: 3000 });
    expect(readConfig({ REDIS_URL: '' }).redisUrl).toBeUndefined();
  });

  it('shows an address that can be visited when it listens on every one', () => {
    expect(readConfig({ HOST: '0.0.0.0', PORT: '80' }).publicUrl).toBe('http://127.0.0.1:80');
    expect(readConfig({ HOST: '::1' }).publicUrl).toBe('http://[::1]:3000');
  });

  it('believes no proxy unless told which', () => {
    expect(readConfig({}).trustProxy).toEqual([]);
    expect(readConfig({ TRUST_PROXY: 'loopback, 172.16.0.0/12,::1' }).trustProxy).toEqual([
      'loopback',
      '172.16.0.0/12',
      '::1',
    ]);
  });

  it('reads a whole deployment', () => {
    const config = readConfig({
      PORT: '8080',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgres://capofila_app:x@db/capofila',
      MIGRATION_DATABASE_URL: 'postgres://capofila:x@db/capofila',
      REDIS_URL: 'redis://redis:6379',
      DATA_DIR: '/srv/capofila',
      PUBLIC_URL: 'https://capofila.example.it/',
      SMTP_URL: 'smtp://mail:25',
      LOG_LEVEL: 'warn',
      WORKER: 'none',
    });
    expect(config).toMatchObject({
      port: 8080,
      dataDir: '/srv/capofila',
      publicUrl: 'https://capofila.example.it',
      worker: 'none',
      smtpUrl: 'smtp://mail:25',
    });
  });

  it.each([
    ['PORT', { PORT: 'tremila' }],
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: '-1' }],
    ['HOST', { HOST: 'http://0.0.0.0' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://db/capofila' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://db' }],
    ['DATABASE_URL', { MIGRATION_DATABASE_URL: 'postgres://u:p@db/capofila' }],
    ['MIGRATION_DATABASE_URL', { MIGRATION_DATABASE_URL: 'db' }],
    ['REDIS_URL', { REDIS_URL: 'localhost:6379' }],
    ['SMTP_URL', { SMTP_URL: 'mail.example.it' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'capofila.example.it' }],
    ['PUBLIC_URL', { HOST: '0.0.0.0', DATABASE_URL: 'postgres://u:p@db/capofila' }],
    ['DATA_DIR', { DATA_DIR: '/' }],
    ['RATE_LIMIT', { RATE_LIMIT: '0' }],
    ['DOCUMENT_MAX_MB', { DOCUMENT_MAX_MB: 'tanti' }],
    ['MAIL_FROM', { MAIL_FROM: 'Capofila <x>' }],
    ['TRUST_PROXY', { TRUST_PROXY: 'loopback, nginx' }],
    ['TRUST_PROXY', { TRUST_PROXY: '10.0.0.0/33' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['WORKER', { WORKER: 'due' }],
  ])('stops with a sentence that names %s: %o', (variable, env) => {
    const error = refused(env as Record<string, string>);
    expect(error.variable).toBe(variable);
    expect(error.message).toContain(variable);
    expect(error.message).toMatch(/\.$/);
  });

  it('never repeats a password', () => {
    expect(refused({ DATABASE_URL: 'mysql://app:segreto@db/x' }).message).not.toContain('segreto');
  });
});
