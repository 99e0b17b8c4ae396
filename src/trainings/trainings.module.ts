import { Module } from '@nestjs/common';
import './training-problems.js';
import { TrainingsController } from './trainings.controller.js';
import { TrainingsService } from './trainings.service.js';

@Module({ controllers: [TrainingsController], providers: [TrainingsService] })
export class TrainingsModule {}
