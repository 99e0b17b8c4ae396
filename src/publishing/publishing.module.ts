import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { ContentsController } from './contents.controller.js';
import { ContentsService } from './contents.service.js';
import { FeedsService } from './feeds.service.js';
import { PublicController } from './public.controller.js';
import { PublicSheets } from './public-sheets.service.js';

@Module({
  imports: [ActivitiesModule],
  controllers: [ContentsController, PublicController],
  providers: [ContentsService, FeedsService, PublicSheets],
})
export class PublishingModule {}
