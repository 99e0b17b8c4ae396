import { Module } from '@nestjs/common';
import { ParticipationsController } from './participations.controller.js';
import { ParticipationsService } from './participations.service.js';
import { ProjectNamesController } from './project-names.controller.js';
import { ProjectsController } from './projects.controller.js';
import { ProjectsService } from './projects.service.js';
import { TeamController } from './team.controller.js';
import { TeamService } from './team.service.js';

@Module({
  controllers: [
    ProjectsController,
    ParticipationsController,
    TeamController,
    ProjectNamesController,
  ],
  providers: [ProjectsService, ParticipationsService, TeamService],
})
export class ProjectsModule {}
