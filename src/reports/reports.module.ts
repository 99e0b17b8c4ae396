import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { FiguresService } from './figures.service.js';
import { ReportFilesHandler } from './report-files.handler.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';
import { SendService } from './send.service.js';

@Module({
  imports: [DocumentsModule],
  controllers: [ReportsController],
  providers: [ReportsService, SendService, FiguresService, ReportFilesHandler],
})
export class ReportsModule {}
