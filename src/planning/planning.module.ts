import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarService } from './calendar.service.js';
import { MovesService } from './moves.service.js';
import { SeriesController } from './series.controller.js';
import { SeriesService } from './series.service.js';

@Module({
  imports: [ActivitiesModule],
  controllers: [CalendarController, SeriesController],
  providers: [CalendarService, SeriesService, MovesService],
})
export class PlanningModule {}
