import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { describeConstraint } from '../platform/constraints.js';
import { bumpVersion, given } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import {
  type AddTerritory,
  type ChangeTerritory,
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

describeConstraint('territory_in_another', {
  status: 422,
  code: 'territory.itself',
  detail: 'Un territorio non sta dentro sé stesso: scegli un’altra provincia, o nessuna.',
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
        await db.save(
          db.create(Territory, { kind, name, provinceId, istatCode: null, version: 1 }),
        ),
      ),
    );
  }

  /** Work that was counted there follows: it names the territory, not its words. */
  change(id: string, version: number, changes: ChangeTerritory): Promise<TerritoryView> {
    return this.writes.run(async (db) => {
      const territory = await bumpVersion(db, Territory, { id }, version);
      return toTerritoryView(await db.save(Object.assign(territory, given(changes))));
    });
  }
}
