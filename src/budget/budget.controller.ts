import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { IfMatch } from '../platform/versions.js';
import { BudgetLinesService } from './budget-lines.service.js';
import { BudgetVersionsService } from './budget-versions.service.js';
import {
  BudgetApproval,
  BudgetChoices,
  BudgetLineChange,
  BudgetLineView,
  BudgetVersionList,
  BudgetVersionView,
  FundingSourceList,
  FundingSourcesInput,
  NewBudgetLine,
  NewBudgetVersion,
} from './budget.dto.js';
import { ChoicesService } from './choices.service.js';
import { FundingService } from './funding.service.js';

@Controller('projects/:projectId')
export class BudgetController {
  constructor(
    private readonly versions: BudgetVersionsService,
    private readonly lines: BudgetLinesService,
    private readonly funding: FundingService,
    private readonly choices: ChoicesService,
  ) {}

  @Get('funding-sources')
  @Requires('budget.view')
  @ApiOkResponse({ type: FundingSourceList })
  sources(@Param('projectId', ParseUUIDPipe) projectId: string): Promise<FundingSourceList> {
    return this.funding.list(projectId);
  }

  @Put('funding-sources')
  @Requires('budget.edit')
  @ApiOkResponse({ type: FundingSourceList })
  replaceSources(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Body() { items }: FundingSourcesInput,
  ): Promise<FundingSourceList> {
    return this.funding.replace(projectId, items);
  }

  @Get('budget-choices')
  @Requires('budget.view')
  @ApiOkResponse({ type: BudgetChoices })
  lineChoices(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<BudgetChoices> {
    return this.choices.of(projectId, caller.participationsIn(projectId, 'budget.view'));
  }

  @Get('budget-versions')
  @Requires('budget.view')
  @ApiOkResponse({ type: BudgetVersionList })
  list(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<BudgetVersionList> {
    return this.versions.list(projectId, caller.participationsIn(projectId, 'budget.view'));
  }

  @Post('budget-versions')
  @Requires('budget.edit')
  @ApiCreatedResponse({ type: BudgetVersionView })
  open(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Body() draft: NewBudgetVersion,
  ): Promise<BudgetVersionView> {
    return this.versions.open(projectId, draft);
  }

  @Delete('budget-versions/:budgetVersionId')
  @Requires('budget.edit')
  @HttpCode(204)
  @ApiNoContentResponse()
  discard(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Param('budgetVersionId', ParseUUIDPipe) id: string,
    @IfMatch() seen: number,
  ): Promise<void> {
    return this.versions.discard(projectId, id, seen);
  }

  @Post('budget-versions/:budgetVersionId/approve')
  @Requires('budget.approve')
  @HttpCode(200)
  @ApiOkResponse({ type: BudgetVersionView })
  approve(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Param('budgetVersionId', ParseUUIDPipe) id: string,
    @IfMatch() seen: number,
    @Body() approval: BudgetApproval,
  ): Promise<BudgetVersionView> {
    return this.versions.approve(projectId, id, seen, approval);
  }

  @Post('budget-versions/:budgetVersionId/lines')
  @Requires('budget.edit')
  @ApiCreatedResponse({ type: BudgetLineView })
  addLine(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Param('budgetVersionId', ParseUUIDPipe) id: string,
    @Body() line: NewBudgetLine,
  ): Promise<BudgetLineView> {
    return this.lines.add(projectId, id, line);
  }

  @Patch('budget-lines/:budgetLineId')
  @Requires('budget.edit')
  @ApiOkResponse({ type: BudgetLineView })
  changeLine(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Param('budgetLineId', ParseUUIDPipe) id: string,
    @IfMatch() seen: number,
    @Body() change: BudgetLineChange,
  ): Promise<BudgetLineView> {
    return this.lines.change(projectId, id, seen, change);
  }

  @Delete('budget-lines/:budgetLineId')
  @Requires('budget.edit')
  @HttpCode(204)
  @ApiNoContentResponse()
  removeLine(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @Param('budgetLineId', ParseUUIDPipe) id: string,
    @IfMatch() seen: number,
  ): Promise<void> {
    return this.lines.remove(projectId, id, seen);
  }
}
