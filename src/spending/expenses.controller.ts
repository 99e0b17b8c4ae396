import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { whileTheirs } from '../access/while-theirs.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { History } from '../platform/audit/audit.dto.js';
import { IfMatch } from '../platform/versions.js';
import { CancelReason } from './cost-document.dto.js';
import { ExpenseExport } from './expense-export.js';
import { ExpenseListService } from './expense-list.service.js';
import {
  ExpenseChange,
  ExpenseCorrection,
  ExpenseFilter,
  ExpensePage,
  ExpenseTotals,
  ExpenseView,
  NewExpense,
} from './expense.dto.js';
import { ExpensesService } from './expenses.service.js';

@Controller('projects/:projectId/expenses')
export class ExpensesController {
  constructor(
    private readonly expenses: ExpensesService,
    private readonly rows: ExpenseListService,
    private readonly exporter: ExpenseExport,
    private readonly trail: AuditTrail,
  ) {}

  @Get()
  @Requires('expense.view')
  @ApiOkResponse({ type: ExpensePage })
  list(@CurrentCaller() caller: Caller, @Query() filter: ExpenseFilter): Promise<ExpensePage> {
    return this.rows.list(caller, filter);
  }

  @Get('totals')
  @Requires('expense.view')
  @ApiOkResponse({ type: ExpenseTotals })
  totals(@CurrentCaller() caller: Caller, @Query() filter: ExpenseFilter): Promise<ExpenseTotals> {
    return this.rows.totals(caller, filter);
  }

  @Get('export.csv')
  @Requires('expense.view')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="spese.csv"')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @CurrentCaller() caller: Caller,
    @Query() filter: ExpenseFilter,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.exporter.csv(caller, filter));
  }

  @Post()
  @Requires('expense.edit')
  @ApiCreatedResponse({ type: ExpenseView })
  charge(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @CurrentCaller() caller: Caller,
    @Body() expense: NewExpense,
  ): Promise<ExpenseView> {
    return this.expenses.charge(caller, projectId, expense);
  }

  @Get(':expenseId')
  @Requires('expense.view')
  @ApiOkResponse({ type: ExpenseView })
  one(
    @CurrentCaller() caller: Caller,
    @Param('expenseId', ParseUUIDPipe) id: string,
  ): Promise<ExpenseView> {
    return this.rows.one(caller, id);
  }

  @Patch(':expenseId')
  @Requires('expense.edit')
  @ApiOkResponse({ type: ExpenseView })
  change(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @CurrentCaller() caller: Caller,
    @Param('expenseId', ParseUUIDPipe) id: string,
    @IfMatch() seen: number,
    @Body() change: ExpenseChange,
  ): Promise<ExpenseView> {
    return this.expenses.change(caller, projectId, id, seen, change);
  }

  @Post(':expenseId/cancel')
  @Requires('expense.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: ExpenseView })
  cancel(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @CurrentCaller() caller: Caller,
    @Param('expenseId', ParseUUIDPipe) id: string,
    @IfMatch() seen: number,
    @Body() { reason }: CancelReason,
  ): Promise<ExpenseView> {
    return this.expenses.cancel(caller, projectId, id, seen, reason);
  }

  @Post(':expenseId/corrections')
  @Requires('expense.edit')
  @ApiCreatedResponse({ type: ExpenseView })
  correct(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @CurrentCaller() caller: Caller,
    @Param('expenseId', ParseUUIDPipe) id: string,
    @IfMatch() seen: number,
    @Body() correction: ExpenseCorrection,
  ): Promise<ExpenseView> {
    return this.expenses.correct(caller, projectId, id, seen, correction);
  }

  @Get(':expenseId/history')
  @Requires('expense.view')
  @ApiOkResponse({ type: History })
  async history(
    @CurrentCaller() caller: Caller,
    @Param('expenseId', ParseUUIDPipe) id: string,
  ): Promise<History> {
    await this.rows.one(caller, id);
    return {
      items: await this.trail.of('expense', id, { shownIf: whileTheirs(caller, 'expense.view') }),
    };
  }
}
