import { Module } from '@nestjs/common';
import './budget-problems.js';
import { BudgetLinesService } from './budget-lines.service.js';
import { BudgetVersionsService } from './budget-versions.service.js';
import { BudgetController } from './budget.controller.js';
import { ChoicesService } from './choices.service.js';
import { FundingService } from './funding.service.js';

@Module({
  controllers: [BudgetController],
  providers: [BudgetVersionsService, BudgetLinesService, FundingService, ChoicesService],
  exports: [BudgetVersionsService, FundingService],
})
export class BudgetModule {}
