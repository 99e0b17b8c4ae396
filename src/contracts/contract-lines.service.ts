import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NotFound } from '../kernel/errors.js';
import { Money } from '../kernel/money.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import type {
  AllotmentInput,
  ChangeContractLine,
  ContractLineView,
  NewContractLine,
} from './contract.dto.js';
import { Contract, ContractLine, HourAllotment } from './contract.entity.js';
import { contractView } from './contracts.service.js';

/** Lines of a contract and what of them is allotted; the database refuses what the work on them no longer fits. */
@Injectable()
export class ContractLinesService {
  constructor(private readonly writes: Writes) {}

  add(projectId: string, contractId: string, line: NewContractLine): Promise<ContractLineView> {
    return this.writes.run(async (db) => {
      const contract = await db.findOneBy(Contract, { id: contractId, projectId });
      if (!contract) throw new NotFound();
      const { id } = await db.save(
        db.create(ContractLine, {
          ...line,
          unitRate: line.unitRate ? Money.of(line.unitRate) : null,
          validFrom: line.validFrom ?? contract.validFrom,
          validTo: line.validTo ?? contract.validTo,
          projectId,
          contractId,
        }),
      );
      return lineView(db, projectId, contractId, id);
    });
  }

  change(
    projectId: string,
    id: string,
    seen: number,
    { unitRate, ...change }: ChangeContractLine,
  ): Promise<ContractLineView> {
    return this.writes.run(async (db) => {
      const line = await bumpVersion(db, ContractLine, { id, projectId }, seen);
      if (unitRate !== undefined) line.unitRate = unitRate === null ? null : Money.of(unitRate);
      await db.save(Object.assign(line, change));
      return lineView(db, projectId, line.contractId, id);
    });
  }

  /** Only a line on which nothing was logged. */
  remove(projectId: string, id: string, seen: number): Promise<void> {
    return this.writes.run(async (db) => {
      await bumpVersion(db, ContractLine, { id, projectId }, seen);
      await db.delete(HourAllotment, { contractLineId: id, projectId });
      await db.delete(ContractLine, { id, projectId });
    });
  }

  /** Replaces who may use how much of a line. */
  allot(
    projectId: string,
    id: string,
    seen: number,
    items: readonly AllotmentInput[],
  ): Promise<ContractLineView> {
    return this.writes.run(async (db) => {
      const line = await bumpVersion(db, ContractLine, { id, projectId }, seen);
      await db.save(line);
      await db.delete(HourAllotment, { contractLineId: id, projectId });
      const rows = items.map(({ organisationId = null, territoryId = null, amount }) =>
        db.create(HourAllotment, {
          projectId,
          contractLineId: id,
          organisationId,
          territoryId,
          amount,
        }),
      );
      await db.save(rows);
      return lineView(db, projectId, line.contractId, id);
    });
  }
}

async function lineView(
  db: EntityManager,
  projectId: string,
  contractId: string,
  id: string,
): Promise<ContractLineView> {
  const { lines } = await contractView(db, projectId, contractId);
  const line = lines.find((one) => one.id === id);
  if (!line) throw new NotFound();
  return line;
}
