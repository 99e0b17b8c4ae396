import { Module } from '@nestjs/common';
import './contract-problems.js';
import { ContractLinesController } from './contract-lines.controller.js';
import { ContractLinesService } from './contract-lines.service.js';
import { ContractsController } from './contracts.controller.js';
import { ContractsService } from './contracts.service.js';
import { InvoicesService } from './invoices.service.js';
import { PackageAlertHandler } from './package-alert.handler.js';
import { PackagesQueries } from './packages.queries.js';

@Module({
  controllers: [ContractsController, ContractLinesController],
  providers: [
    ContractsService,
    ContractLinesService,
    InvoicesService,
    PackagesQueries,
    PackageAlertHandler,
  ],
})
export class ContractsModule {}
