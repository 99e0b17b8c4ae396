import type { EntityManager } from 'typeorm';
import type { DemoIds } from './demo-ids.js';

/** Budget and expenses of the demonstration: what this feature loads on top of the facts. */
export async function loadBudget(_db: EntityManager, _ids: DemoIds): Promise<void> {}
