import type { EntityManager } from 'typeorm';
import type { DemoIds } from './demo-ids.js';

/** Indicators of the demonstration: what this feature loads on top of the facts. */
export async function loadIndicators(_db: EntityManager, _ids: DemoIds): Promise<void> {}
