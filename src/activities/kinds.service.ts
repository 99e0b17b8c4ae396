import { Injectable } from '@nestjs/common';
import { DataSource, ILike } from 'typeorm';
import { Conflict } from '../kernel/errors.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { ActivityKind } from './activity-kind.entity.js';
import {
  type AddKind,
  type ChangeKind,
  type KindList,
  type KindView,
  toKindView,
} from './kind.dto.js';
import { withoutWildcards } from '../platform/sql.js';

/** The kinds of work, which are data: what a new rule asks holds for what is logged from then on. */
@Injectable()
export class Kinds {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
  ) {}

  async list(): Promise<KindList> {
    const kinds = await this.source
      .getRepository(ActivityKind)
      .find({ order: { position: 'ASC' } });
    return { items: kinds.map(toKindView) };
  }

  add(input: AddKind): Promise<KindView> {
    return this.writes.run(async (db) => {
      const code = codeOf(input.label);
      const taken = await db.findOneBy(ActivityKind, [
        { code },
        { label: ILike(withoutWildcards(input.label)) },
      ]);
      if (taken) throw alreadyThere(taken.label);
      const position = ((await db.maximum(ActivityKind, 'position')) ?? 0) + 1;
      const plain = { needsStaff: false, needsLanguage: false, needsBodies: false };
      const values = {
        ...plain,
        needsTerritory: false,
        needsGroup: false,
        takesRegister: false,
        ...input,
      };
      return toKindView(
        await db.save(db.create(ActivityKind, { ...values, code, position, version: 1 })),
      );
    });
  }

  change(code: string, version: number, input: ChangeKind): Promise<KindView> {
    return this.writes.run(async (db) => {
      const kind = await bumpVersion(db, ActivityKind, { code }, version);
      return toKindView(await db.save(Object.assign(kind, input)));
    });
  }
}

/** 'Sportello d’ascolto' → 'sportello_d_ascolto'. */
export const codeOf = (label: string): string =>
  label
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60) || 'tipo';

const alreadyThere = (label: string) =>
  new Conflict('kind.exists', `Esiste già «${label}»: modifica quello, o scegli un altro nome.`);
