import { Module } from '@nestjs/common';
import { ErasureService } from './erasure.service.js';
import { IdentitiesController } from './identities.controller.js';
import { IdentitiesService } from './identities.service.js';
import { PersonExports } from './person-export.js';

@Module({
  controllers: [IdentitiesController],
  providers: [IdentitiesService, ErasureService, PersonExports],
  exports: [IdentitiesService],
})
export class IdentitiesModule {}
