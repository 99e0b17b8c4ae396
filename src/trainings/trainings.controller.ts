import {
  Body,
  Controller,
  Get,
  Header,
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
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { History } from '../platform/audit/audit.dto.js';
import { IfMatch } from '../platform/versions.js';
import {
  ChangeTraining,
  NewTraining,
  TrainingFilter,
  TrainingList,
  TrainingView,
} from './training.dto.js';
import { TrainingsService } from './trainings.service.js';

@Controller('projects/:projectId/trainings')
export class TrainingsController {
  constructor(
    private readonly trainings: TrainingsService,
    private readonly trail: AuditTrail,
  ) {}

  @Get()
  @Requires('training.view')
  @ApiOkResponse({ type: TrainingList })
  list(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Query() filter: TrainingFilter,
  ): Promise<TrainingList> {
    return this.trainings.list(caller, projectId, filter);
  }

  @Get('export.csv')
  @Requires('training.view')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="operatori-formati.csv"')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Query() filter: TrainingFilter,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.trainings.csv(caller, projectId, filter));
  }

  @Post()
  @Requires('training.edit')
  @ApiCreatedResponse({ type: TrainingView })
  add(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Body() training: NewTraining,
  ): Promise<TrainingView> {
    return this.trainings.add(caller, projectId, training);
  }

  @Patch(':trainingId')
  @Requires('training.edit')
  @ApiOkResponse({ type: TrainingView })
  change(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('trainingId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() change: ChangeTraining,
  ): Promise<TrainingView> {
    return this.trainings.change(caller, projectId, id, version, change);
  }

  @Get(':trainingId/history')
  @Requires('training.view')
  @ApiOkResponse({ type: History })
  async history(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('trainingId', ParseUUIDPipe) id: string,
  ): Promise<History> {
    await this.trainings.read(caller, projectId, id);
    return { items: await this.trail.of('training', id) };
  }
}
