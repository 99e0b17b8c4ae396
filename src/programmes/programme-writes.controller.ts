import { Body, Controller, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../access/requires.js';
import { IfMatch } from '../platform/versions.js';
import { CallsService } from './calls.service.js';
import {
  AddCall,
  AddFund,
  AddNode,
  AddProgramme,
  ChangeCall,
  ChangeFund,
  ChangeNode,
  ChangeProgramme,
} from './programme-changes.dto.js';
import { ProgrammeWrites } from './programme-writes.service.js';
import { CallView, FundView, ProgrammeNodeView, ProgrammeView } from './programmes.dto.js';

@ApiTags('programmi')
@Controller()
export class ProgrammeWritesController {
  constructor(
    private readonly programmes: ProgrammeWrites,
    private readonly calls: CallsService,
  ) {}

  @Post('funds')
  @Requires('programme.edit', 'institute')
  @ApiCreatedResponse({ type: FundView })
  addFund(@Body() fund: AddFund): Promise<FundView> {
    return this.programmes.addFund(fund);
  }

  @Patch('funds/:fundId')
  @Requires('programme.edit', 'institute')
  @ApiOkResponse({ type: FundView })
  changeFund(
    @Param('fundId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() fund: ChangeFund,
  ): Promise<FundView> {
    return this.programmes.changeFund(id, version, fund);
  }

  @Post('funds/:fundId/programmes')
  @Requires('programme.edit', 'institute')
  @ApiCreatedResponse({ type: ProgrammeView })
  addProgramme(
    @Param('fundId', ParseUUIDPipe) fundId: string,
    @Body() programme: AddProgramme,
  ): Promise<ProgrammeView> {
    return this.programmes.addProgramme(fundId, programme);
  }

  @Patch('programmes/:programmeId')
  @Requires('programme.edit', 'institute')
  @ApiOkResponse({ type: ProgrammeView })
  changeProgramme(
    @Param('programmeId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() programme: ChangeProgramme,
  ): Promise<ProgrammeView> {
    return this.programmes.changeProgramme(id, version, programme);
  }

  @Post('programmes/:programmeId/nodes')
  @Requires('programme.edit', 'institute')
  @ApiCreatedResponse({ type: ProgrammeNodeView })
  addNode(
    @Param('programmeId', ParseUUIDPipe) programmeId: string,
    @Body() node: AddNode,
  ): Promise<ProgrammeNodeView> {
    return this.programmes.addNode(programmeId, node);
  }

  @Patch('programme-nodes/:nodeId')
  @Requires('programme.edit', 'institute')
  @ApiOkResponse({ type: ProgrammeNodeView })
  changeNode(
    @Param('nodeId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() node: ChangeNode,
  ): Promise<ProgrammeNodeView> {
    return this.programmes.changeNode(id, version, node);
  }

  @Post('programmes/:programmeId/calls')
  @Requires('programme.edit', 'institute')
  @ApiCreatedResponse({ type: CallView })
  addCall(
    @Param('programmeId', ParseUUIDPipe) programmeId: string,
    @Body() call: AddCall,
  ): Promise<CallView> {
    return this.calls.add(programmeId, call);
  }

  @Patch('calls/:callId')
  @Requires('programme.edit', 'institute')
  @ApiOkResponse({ type: CallView })
  changeCall(
    @Param('callId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() call: ChangeCall,
  ): Promise<CallView> {
    return this.calls.change(id, version, call);
  }
}
