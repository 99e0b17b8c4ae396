import { Deliveries } from '../../src/platform/outbox/deliveries.js';
import type { TestApp } from './app.js';

/** Carries out every job that waits, as the worker would. */
export async function carryOut(app: TestApp): Promise<void> {
  const waiting: { id: string }[] = await app.db.query(
    'SELECT id FROM outbox WHERE delivered_at IS NULL AND failed_at IS NULL ORDER BY id',
  );
  for (const { id } of waiting) await app.nest.get(Deliveries, { strict: false }).deliver(id);
}
