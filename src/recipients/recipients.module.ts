import { Module } from '@nestjs/common';
import './recipient-problems.js';
import { MergesController } from './merges.controller.js';
import { MergesService } from './merges.service.js';
import { RecipientsController } from './recipients.controller.js';
import { RecipientsService } from './recipients.service.js';

@Module({
  controllers: [RecipientsController, MergesController],
  providers: [RecipientsService, MergesService],
  exports: [RecipientsService],
})
export class RecipientsModule {}
