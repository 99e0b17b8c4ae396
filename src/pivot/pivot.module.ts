import { Module } from '@nestjs/common';
import { PivotController } from './pivot.controller.js';
import { PivotQueries } from './pivot.queries.js';
import { PivotService } from './pivot.service.js';

@Module({ controllers: [PivotController], providers: [PivotService, PivotQueries] })
export class PivotModule {}
