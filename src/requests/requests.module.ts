import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { AssignmentsController } from './assignments.controller.js';
import { AssignmentsService } from './assignments.service.js';
import { CalledOffHandler } from './called-off.handler.js';
import { ConfirmationsService } from './confirmations.service.js';
import { LinksController } from './links.controller.js';
import { LinksService } from './links.service.js';
import { MediatorsService } from './mediators.service.js';
import './request-problems.js';
import { RequestListsController } from './request-lists.controller.js';
import { RequestQueries } from './request.queries.js';
import { RequestsController } from './requests.controller.js';
import { RequestsService } from './requests.service.js';

@Module({
  imports: [ActivitiesModule],
  controllers: [RequestListsController, RequestsController, AssignmentsController, LinksController],
  providers: [
    RequestQueries,
    RequestsService,
    AssignmentsService,
    CalledOffHandler,
    ConfirmationsService,
    LinksService,
    MediatorsService,
  ],
})
export class RequestsModule {}
