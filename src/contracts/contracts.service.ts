import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { IsoDate } from '../kernel/dates.js';
import { NotFound } from '../kernel/errors.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import type { ChangeContract, ContractList, ContractView, NewContract } from './contract.dto.js';
import { Contract, ContractLine } from './contract.entity.js';
import { contractsOf } from './contract.queries.js';

/** Contracts of a project. */
@Injectable()
export class ContractsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
  ) {}

  async list(projectId: string): Promise<ContractList> {
    return { items: await contractsOf(this.source.manager, projectId) };
  }

  one(projectId: string, id: string): Promise<ContractView> {
    return contractView(this.source.manager, projectId, id);
  }

  add(projectId: string, contract: NewContract): Promise<ContractView> {
    return this.writes.run(async (db) => {
      const { id } = await db.save(db.create(Contract, { ...contract, projectId }));
      return contractView(db, projectId, id);
    });
  }

  change(
    projectId: string,
    id: string,
    seen: number,
    change: ChangeContract,
  ): Promise<ContractView> {
    return this.writes.run(async (db) => {
      const lines = await linesOf(db, projectId, id);
      const contract = await bumpVersion(db, Contract, { id, projectId }, seen);
      const { validTo: end } = contract;
      await db.save(Object.assign(contract, change));
      if (contract.validTo > end) await db.save(extended(lines, end, contract.validTo));
      return contractView(db, projectId, id);
    });
  }
}

/** Locked before their contract, as whoever changes a line does. */
const linesOf = (db: EntityManager, projectId: string, contractId: string) =>
  db.find(ContractLine, {
    where: { projectId, contractId },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });

/** Lines that ended with their contract end with it still. */
const extended = (lines: ContractLine[], end: IsoDate, validTo: IsoDate): ContractLine[] =>
  lines
    .filter((line) => line.validTo === end)
    .map((line) => Object.assign(line, { validTo, version: line.version + 1 }));

/** Throws 404 when the project has no such contract. */
export async function contractView(
  db: EntityManager,
  projectId: string,
  id: string,
): Promise<ContractView> {
  const [contract] = await contractsOf(db, projectId, id);
  if (!contract) throw new NotFound();
  return contract;
}
