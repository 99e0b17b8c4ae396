import { type OnModuleInit, Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { DocumentStore } from '../platform/documents/document-store.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsService } from './documents.service.js';
import { OrphanFiles } from './orphan-files.js';
import { DocumentRemoval } from './removal.service.js';

@Module({
  controllers: [DocumentsController],
  providers: [DocumentStore, DocumentsService, DocumentRemoval, OrphanFiles],
  exports: [DocumentStore, DocumentsService],
})
export class DocumentsModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  /** A worker process has no web server to teach multipart to. */
  async onModuleInit(): Promise<void> {
    const server = this.host.httpAdapter?.getInstance<FastifyInstance>();
    if (server) await server.register(multipart);
  }
}
