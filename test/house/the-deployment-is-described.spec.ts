import * as fs from 'node:fs';
import { parse } from 'yaml';
import { readConfig } from '../../src/config.js';

interface Service {
  image?: string;
  build?: string;
  command?: string[];
  environment: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  networks: string[];
  restart: string;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  read_only?: boolean;
}

const text = fs.readFileSync('docker-compose.yml', 'utf8');
const compose = parse(text, { merge: true }) as {
  services: Record<'app' | 'worker' | 'database' | 'redis', Service>;
  volumes: Record<string, unknown>;
  networks: Record<string, { internal?: boolean } | null>;
};
const { app, worker, database, redis } = compose.services;

describe('docker-compose.yml', () => {
  it('has the program, its jobs, PostgreSQL and Redis, each with a health check', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['app', 'database', 'redis', 'worker']);
    for (const service of Object.values(compose.services)) {
      expect(service.healthcheck?.test.length).toBeGreaterThan(1);
      expect(service.restart).toBe('unless-stopped');
    }
    expect(database.image).toBe('postgres:18');
    expect(redis.image).toMatch(/^redis:\d+$/);
  });

  it('starts jobs and pages from the same build, in processes of their own', () => {
    expect(app.command).toEqual(['node', 'dist/program/main.js']);
    expect(worker.command).toEqual(['node', 'dist/program/worker.js']);
    expect(app.build).toBe('.');
    expect(worker.build).toBe('.');
    expect(app.environment.WORKER).toBe('none');
    expect(worker.depends_on?.app?.condition).toBe('service_healthy');
    expect(app.depends_on).toEqual({
      database: { condition: 'service_healthy' },
      redis: { condition: 'service_healthy' },
    });
  });

  it('gives the program settings that it accepts', () => {
    const filled = Object.entries(app.environment).map(([name, value]) => [name, fill(value)]);
    const config = readConfig(Object.fromEntries(filled));
    expect(config.databaseUrl).toMatch(/^postgres:\/\/capofila_app:x@database:/);
    expect(config.migrationDatabaseUrl).toMatch(/^postgres:\/\/capofila:x@database:/);
    expect(config.identityKey).toBeDefined();
    expect(config.redisUrl).toBe('redis://:x@redis:6379');
    expect(worker.environment).toEqual(app.environment);
  });

  it('holds no secret and starts with none missing', () => {
    const secrets = text.match(/\$\{(\w+_PASSWORD)[^}]*\}/g) ?? [];
    expect(secrets.length).toBeGreaterThan(3);
    for (const secret of secrets) expect(secret).toMatch(/:\?/);
    expect(text).not.toMatch(/PASSWORD: *[a-z0-9]+$/im);
  });

  it('keeps what must last in volumes', () => {
    expect(database.volumes).toEqual(['database:/var/lib/postgresql']);
    expect(redis.volumes).toEqual(['redis:/data']);
    expect(app.volumes).toEqual([`documents:${app.environment.DATA_DIR}`]);
    expect(worker.volumes).toEqual(app.volumes);
    expect(Object.keys(compose.volumes).sort()).toEqual(['database', 'documents', 'redis']);
  });

  it('shows only the program, and only to this machine', () => {
    expect(app.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
    for (const hidden of [worker, database, redis]) expect(hidden.ports).toBeUndefined();
    expect(compose.networks.inside?.internal).toBe(true);
    expect(database.networks).toEqual(['inside']);
    expect(redis.networks).toEqual(['inside']);
    expect([app.read_only, worker.read_only]).toEqual([true, true]);
  });
});

/** What compose would put in, with `x` for every variable that must be set. */
function fill(value: string): string {
  return value
    .replace('${PUBLIC_URL:?manca PUBLIC_URL}', 'https://capofila.example.it')
    .replace('${IDENTITY_KEY:?manca IDENTITY_KEY}', Buffer.alloc(32, 1).toString('base64'))
    .replace(/\$\{\w+:\?[^}]*\}/g, 'x')
    .replace(/\$\{\w+:-([^}]*)\}/g, '$1');
}
