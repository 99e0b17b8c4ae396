import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { BudgetMatrix, MatrixQuery } from './matrix.dto.js';
import { MatrixService } from './matrix.service.js';

@Controller('projects/:projectId/budget')
export class MatrixController {
  constructor(private readonly matrix: MatrixService) {}

  @Get()
  @Requires('budget.view')
  @ApiOkResponse({ type: BudgetMatrix })
  of(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @CurrentCaller() caller: Caller,
    @Query() query: MatrixQuery,
  ): Promise<BudgetMatrix> {
    return this.matrix.of(caller, projectId, query);
  }
}
