import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** Whether a Redis server can be started here; with CI=true its absence is a failure, not a reason to skip. */
export function redisIsHere(): boolean {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env['CI'] === 'true') throw new Error('redis-server is missing');
    return false;
  }
}

export interface RedisServer {
  url: string;
  /** Ends it at once, and starts it again at the same address with nothing in it. */
  restartEmpty(): Promise<void>;
  stop(): Promise<void>;
}

/** A Redis of its own on loopback, which keeps nothing on disk. */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const start = async (): Promise<ChildProcess> => {
    const started = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] });
    await untilReady(started);
    return started;
  };
  let server = await start();
  const stop = async (): Promise<void> => {
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  };
  const restartEmpty = async (): Promise<void> => {
    await stop();
    server = await start();
  };
  return { url: `redis://127.0.0.1:${port}`, restartEmpty, stop };
}

async function untilReady(server: ChildProcess): Promise<void> {
  for await (const chunk of server.stdout ?? []) {
    if (String(chunk).includes('Ready to accept connections')) return;
  }
  throw new Error('redis-server ended before it was ready');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
