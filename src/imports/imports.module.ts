import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ActivitiesModule } from '../activities/activities.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { Chores } from '../platform/chores.js';
import { ActivityTarget } from './activity-target.js';
import { ContractTarget } from './contract-target.js';
import { EnrolmentTarget } from './enrolment-target.js';
import { ImportHandler } from './import.handler.js';
import { ImportSteps } from './import-steps.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { OrganisationTarget } from './organisation-target.js';
import { RunImport } from './run-import.service.js';
import { forgetCells } from './staging.queries.js';
import { Targets } from './targets.js';

@Module({
  imports: [ActivitiesModule, DocumentsModule],
  controllers: [ImportsController],
  providers: [
    ImportsService,
    RunImport,
    ImportSteps,
    Targets,
    ActivityTarget,
    EnrolmentTarget,
    OrganisationTarget,
    ContractTarget,
    ImportHandler,
  ],
})
export class ImportsModule {
  constructor(chores: Chores, source: DataSource) {
    chores.every(6 * 3600, () => forgetCells(source.manager));
  }
}
