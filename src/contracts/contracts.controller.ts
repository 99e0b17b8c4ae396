import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Requires } from '../access/requires.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { History } from '../platform/audit/audit.dto.js';
import { IfMatch } from '../platform/versions.js';
import { ChangeContract, ContractList, ContractView, NewContract } from './contract.dto.js';
import { ContractsService } from './contracts.service.js';
import { InvoiceComparison, InvoiceQuery } from './invoice.dto.js';
import { InvoicesService } from './invoices.service.js';

@Controller('projects/:projectId/contracts')
export class ContractsController {
  constructor(
    private readonly contracts: ContractsService,
    private readonly invoices: InvoicesService,
    private readonly trail: AuditTrail,
  ) {}

  @Get()
  @Requires('contract.view')
  @ApiOkResponse({ type: ContractList })
  list(@Param('projectId') projectId: string): Promise<ContractList> {
    return this.contracts.list(projectId);
  }

  @Post()
  @Requires('contract.edit')
  @ApiCreatedResponse({ type: ContractView })
  add(@Param('projectId') projectId: string, @Body() contract: NewContract): Promise<ContractView> {
    return this.contracts.add(projectId, contract);
  }

  @Get(':contractId')
  @Requires('contract.view')
  @ApiOkResponse({ type: ContractView })
  read(
    @Param('projectId') projectId: string,
    @Param('contractId', ParseUUIDPipe) id: string,
  ): Promise<ContractView> {
    return this.contracts.one(projectId, id);
  }

  @Patch(':contractId')
  @Requires('contract.edit')
  @ApiOkResponse({ type: ContractView })
  change(
    @Param('projectId') projectId: string,
    @Param('contractId', ParseUUIDPipe) id: string,
    @IfMatch() seen: number,
    @Body() change: ChangeContract,
  ): Promise<ContractView> {
    return this.contracts.change(projectId, id, seen, change);
  }

  @Get(':contractId/invoice-match')
  @Requires('contract.view')
  @ApiOkResponse({ type: InvoiceComparison })
  compare(
    @Param('projectId') projectId: string,
    @Param('contractId', ParseUUIDPipe) id: string,
    @Query() invoice: InvoiceQuery,
  ): Promise<InvoiceComparison> {
    return this.invoices.compare(projectId, id, invoice);
  }

  @Get(':contractId/history')
  @Requires('contract.view')
  @ApiOkResponse({ type: History })
  async history(
    @Param('projectId') projectId: string,
    @Param('contractId', ParseUUIDPipe) id: string,
  ): Promise<History> {
    await this.contracts.one(projectId, id);
    return { items: await this.trail.of('contract', id) };
  }
}
