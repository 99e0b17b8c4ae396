import { DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Config } from '../config.js';
import { dataSourceOptions } from '../data-source.js';
import { Clock } from '../kernel/dates.js';
import { AuditChain } from './audit/audit-chain.js';
import { AuditTrail } from './audit/audit-trail.js';
import { SealsFile } from './audit/seals-file.js';
import { Chores } from './chores.js';
import { CONFIG } from './config.token.js';
import { CsvExports } from './csv-export.js';
import { StatusController } from './status.controller.js';
import { Tidying } from './tidying.js';
import { Writes } from './write.js';

export interface Databases {
  /** Role that serves requests: cannot rewrite audit, seals, snapshots. */
  runtimeUrl: string;
}

/** What every feature stands on: settings, database, clock, writes, audit. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, { runtimeUrl }: Databases): DynamicModule {
    return {
      module: PlatformModule,
      imports: [TypeOrmModule.forRoot(dataSourceOptions(runtimeUrl))],
      controllers: [StatusController],
      providers: [
        { provide: CONFIG, useValue: config },
        Clock,
        Writes,
        AuditTrail,
        AuditChain,
        SealsFile,
        Chores,
        CsvExports,
        Tidying,
      ],
      exports: [CONFIG, Clock, Writes, AuditTrail, AuditChain, Chores, CsvExports],
    };
  }
}
