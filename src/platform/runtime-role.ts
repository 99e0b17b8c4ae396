import pg from 'pg';

/** The role that the migrations grant everything to that a running program needs. */
export const RUNTIME_ROLE = 'capofila_app';

/**
 * Makes the role named in the runtime address when the owner's server does not have it yet, and lets it do what the
 * runtime role may. An existing role keeps its password.
 */
export async function ensureRuntimeRole(ownerUrl: string, runtimeUrl: string): Promise<void> {
  const runtime = new URL(runtimeUrl);
  const name = decodeURIComponent(runtime.username);
  if (name === decodeURIComponent(new URL(ownerUrl).username)) return;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // Two programs that start at once make it one after the other.
    await client.query("SELECT pg_advisory_lock(hashtext('capofila.role'))");
    const role = client.escapeIdentifier(name);
    const password = client.escapeLiteral(decodeURIComponent(runtime.password));
    if (!(await exists(client, name))) {
      await client.query(`CREATE ROLE ${role} LOGIN PASSWORD ${password}`);
    }
    if (name === RUNTIME_ROLE) return;
    if (!(await exists(client, RUNTIME_ROLE))) {
      await client.query(`CREATE ROLE ${RUNTIME_ROLE} NOLOGIN`);
    }
    await client.query(`GRANT ${RUNTIME_ROLE} TO ${role}`);
  } finally {
    await client.end();
  }
}

async function exists(client: pg.Client, role: string): Promise<boolean> {
  const found = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  return found.rowCount === 1;
}
