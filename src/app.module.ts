import { DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { ActivitiesModule } from './activities/activities.module.js';
import { AttendanceModule } from './attendance/attendance.module.js';
import { BudgetModule } from './budget/budget.module.js';
import { ContractsModule } from './contracts/contracts.module.js';
import { RequestsModule } from './requests/requests.module.js';
import { TerritoriesModule } from './territories/territories.module.js';
import { TrainingsModule } from './trainings/trainings.module.js';
import { CoursesModule } from './courses/courses.module.js';
import { IdentitiesModule } from './identities/identities.module.js';
import { RecipientsModule } from './recipients/recipients.module.js';
import type { Config } from './config.js';
import { DocumentsModule } from './documents/documents.module.js';
import { OrganisationsModule } from './organisations/organisations.module.js';
import { PeopleModule } from './people/people.module.js';
import { PivotModule } from './pivot/pivot.module.js';
import { PlanningModule } from './planning/planning.module.js';
import { PublishingModule } from './publishing/publishing.module.js';
import { ProgrammesModule } from './programmes/programmes.module.js';
import { ProjectsModule } from './projects/projects.module.js';
import { SpendingModule } from './spending/spending.module.js';
import { WorkPlanModule } from './work-plan/work-plan.module.js';
import { IndicatorsModule } from './indicators/indicators.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { OutboxModule } from './platform/outbox/outbox.module.js';
import { QueueModule } from './platform/outbox/queue.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { PlatformModule, type Databases } from './platform/platform.module.js';

/** One line per feature. */
const features = [
  AccessModule,
  OutboxModule,
  JobsModule,
  DocumentsModule,
  ProgrammesModule,
  OrganisationsModule,
  ProjectsModule,
  WorkPlanModule,
  PeopleModule,
  TerritoriesModule,
  ContractsModule,
  ActivitiesModule,
  RequestsModule,
  RecipientsModule,
  IdentitiesModule,
  CoursesModule,
  TrainingsModule,
  AttendanceModule,
  PivotModule,
  BudgetModule,
  SpendingModule,
  IndicatorsModule,
  ReportsModule,
  PlanningModule,
  PublishingModule,
  ImportsModule,
];

@Module({})
export class AppModule {
  static with(config: Config, databases: Databases): DynamicModule {
    const carriesOutJobs = config.worker === 'inline' ? [QueueModule] : [];
    return {
      module: AppModule,
      imports: [PlatformModule.with(config, databases), ...features, ...carriesOutJobs],
    };
  }
}
