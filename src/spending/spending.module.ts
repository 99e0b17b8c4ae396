import { Module } from '@nestjs/common';
import { BudgetModule } from '../budget/budget.module.js';
import { CostDocumentsController } from './cost-documents.controller.js';
import { CostDocumentsService } from './cost-documents.service.js';
import { ExpenseExport } from './expense-export.js';
import { ExpenseListService } from './expense-list.service.js';
import { ExpensesController } from './expenses.controller.js';
import { ExpensesService } from './expenses.service.js';
import { MatrixController } from './matrix.controller.js';
import { MatrixService } from './matrix.service.js';
import { ReassessHandler } from './reassess.handler.js';
import './spending-problems.js';

@Module({
  imports: [BudgetModule],
  controllers: [MatrixController, CostDocumentsController, ExpensesController],
  providers: [
    MatrixService,
    CostDocumentsService,
    ExpensesService,
    ExpenseListService,
    ExpenseExport,
    ReassessHandler,
  ],
})
export class SpendingModule {}
