import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import './attendance-problems.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { IdentitiesModule } from '../identities/identities.module.js';
import { AttendanceController } from './attendance.controller.js';
import { AttendanceService } from './attendance.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { PocketController } from './pocket.controller.js';
import { PocketService } from './pocket.service.js';
import { RegisterService } from './register.service.js';
import { SessionsService } from './sessions.service.js';

@Module({
  imports: [ActivitiesModule, CoursesModule, DocumentsModule, IdentitiesModule],
  controllers: [AttendanceController, PeopleController, PocketController],
  providers: [AttendanceService, RegisterService, PeopleService, PocketService, SessionsService],
})
export class AttendanceModule {}
