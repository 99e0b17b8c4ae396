import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { CalendarAddressesController } from './calendar-addresses.controller.js';
import { CalendarAddresses } from './calendar-addresses.service.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarService } from './calendar.service.js';
import { GanttController } from './gantt.controller.js';
import { GanttService } from './gantt.service.js';
import { MeetingCancelledHandler } from './meeting-cancelled.handler.js';
import { MeetingLetters } from './meeting-letters.js';
import { MeetingsController } from './meetings.controller.js';
import { MeetingsService } from './meetings.service.js';
import { MovesService } from './moves.service.js';
import { SeriesController } from './series.controller.js';
import { SeriesService } from './series.service.js';
import { TasksController } from './tasks.controller.js';
import { TasksService } from './tasks.service.js';

@Module({
  imports: [ActivitiesModule],
  controllers: [
    CalendarController,
    GanttController,
    CalendarAddressesController,
    SeriesController,
    MeetingsController,
    TasksController,
  ],
  providers: [
    CalendarService,
    GanttService,
    CalendarAddresses,
    SeriesService,
    MovesService,
    MeetingsService,
    MeetingLetters,
    MeetingCancelledHandler,
    TasksService,
  ],
})
export class PlanningModule {}
