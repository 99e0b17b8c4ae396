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
  Query,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Requires } from '../access/requires.js';
import { IfMatch } from '../platform/versions.js';
import {
  AllotmentsInput,
  ChangeContractLine,
  ContractLineView,
  NewContractLine,
} from './contract.dto.js';
import { ContractLinesService } from './contract-lines.service.js';
import { PackageFigureFilter, PackageFilter, PackageList, PackageParts } from './packages.dto.js';
import { PackagesQueries } from './packages.queries.js';

@Controller('projects/:projectId')
export class ContractLinesController {
  constructor(
    private readonly lines: ContractLinesService,
    private readonly packages: PackagesQueries,
  ) {}

  @Post('contracts/:contractId/lines')
  @Requires('contract.edit')
  @ApiCreatedResponse({ type: ContractLineView })
  add(
    @Param('projectId') projectId: string,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() line: NewContractLine,
  ): Promise<ContractLineView> {
    return this.lines.add(projectId, contractId, line);
  }

  @Patch('contract-lines/:contractLineId')
  @Requires('contract.edit')
  @ApiOkResponse({ type: ContractLineView })
  change(
    @Param('projectId') projectId: string,
    @Param('contractLineId', ParseUUIDPipe) id: string,
    @IfMatch() seen: number,
    @Body() change: ChangeContractLine,
  ): Promise<ContractLineView> {
    return this.lines.change(projectId, id, seen, change);
  }

  @Delete('contract-lines/:contractLineId')
  @Requires('contract.edit')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(
    @Param('projectId') projectId: string,
    @Param('contractLineId', ParseUUIDPipe) id: string,
    @IfMatch() seen: number,
  ): Promise<void> {
    return this.lines.remove(projectId, id, seen);
  }

  @Put('contract-lines/:contractLineId/allotments')
  @Requires('contract.edit')
  @ApiOkResponse({ type: ContractLineView })
  allot(
    @Param('projectId') projectId: string,
    @Param('contractLineId', ParseUUIDPipe) id: string,
    @IfMatch() seen: number,
    @Body() { items }: AllotmentsInput,
  ): Promise<ContractLineView> {
    return this.lines.allot(projectId, id, seen, items);
  }

  @Get('packages')
  @Requires('contract.view')
  @ApiOkResponse({ type: PackageList })
  list(
    @Param('projectId') projectId: string,
    @Query() { by }: PackageFilter,
  ): Promise<PackageList> {
    return this.packages.list(projectId, by);
  }

  @Get('packages/parts')
  @Requires('contract.view')
  @ApiOkResponse({ type: PackageParts })
  parts(
    @Param('projectId') projectId: string,
    @Query() filter: PackageFigureFilter,
  ): Promise<PackageParts> {
    return this.packages.parts(projectId, filter);
  }
}
