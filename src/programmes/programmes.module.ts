import { Module } from '@nestjs/common';
import { CallsService } from './calls.service.js';
import { ProgrammeWritesController } from './programme-writes.controller.js';
import { ProgrammeWrites } from './programme-writes.service.js';
import { ProgrammesController } from './programmes.controller.js';
import { ProgrammesService } from './programmes.service.js';

@Module({
  controllers: [ProgrammesController, ProgrammeWritesController],
  providers: [ProgrammesService, ProgrammeWrites, CallsService],
})
export class ProgrammesModule {}
