import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { describeConstraint } from '../platform/constraints.js';
import { Writes } from '../platform/write.js';
import {
  type AddTerritory,
  type TerritoryList,
  type TerritoryView,
  toTerritoryView,
} from './territory.dto.js';
import { Territory } from './territory.entity.js';

describeConstraint('territory_once', {
  status: 409,
  code: 'territory.duplicate',
  detail: 'Questo territorio c’è già: sceglilo dall’elenco.',
});

/** Places by which work is counted; few hundred at most, hence not paged. */
@Injectable()
export class TerritoriesService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
  ) {}

  async list(): Promise<TerritoryList> {
    const rows = await this.source
      .getRepository(Territory)
      .find({ order: { name: 'ASC', kind: 'ASC' } });
    return { items: rows.map(toTerritoryView) };
  }

  add({ kind, name, provinceId = null }: AddTerritory): Promise<TerritoryView> {
    return this.writes.run(async (db) =>
      toTerritoryView(
        await db.save(db.create(Territory, { kind, name, provinceId, istatCode: null })),
      ),
    );
  }
}
