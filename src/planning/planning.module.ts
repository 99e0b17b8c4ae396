import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { CalendarAddressesController } from './calendar-addresses.controller.js';
import { CalendarAddresses } from './calendar-addresses.service.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarService } from './calendar.service.js';
import { MovesService } from './moves.service.js';
import { SeriesController } from './series.controller.js';
import { SeriesService } from './series.service.js';

@Module({
  imports: [ActivitiesModule],
  controllers: [CalendarController, CalendarAddressesController, SeriesController],
  providers: [CalendarService, CalendarAddresses, SeriesService, MovesService],
})
export class PlanningModule {}
