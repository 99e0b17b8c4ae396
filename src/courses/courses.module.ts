import { Module } from '@nestjs/common';
import './course-problems.js';
import { CoursesController } from './courses.controller.js';
import { CoursesService } from './courses.service.js';
import { EnrolmentsController } from './enrolments.controller.js';
import { EnrolmentsService } from './enrolments.service.js';

@Module({
  controllers: [CoursesController, EnrolmentsController],
  providers: [CoursesService, EnrolmentsService],
  exports: [CoursesService],
})
export class CoursesModule {}
