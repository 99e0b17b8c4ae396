import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiProduces,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { DocumentStore } from '../platform/documents/document-store.js';
import { attachment } from '../platform/documents/file-name.js';
import { DocumentPage, DocumentQuery, DocumentView, RemoveDocument } from './document.dto.js';
import { DocumentsService } from './documents.service.js';
import { DocumentRemoval } from './removal.service.js';
import { uploadSchema } from './upload-schema.js';
import { readUpload } from './upload.js';

@Controller('projects/:projectId/documents')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly store: DocumentStore,
    private readonly removal: DocumentRemoval,
  ) {}

  @Get()
  @Requires('document.view')
  @ApiOkResponse({ type: DocumentPage })
  list(@CurrentCaller() caller: Caller, @Query() query: DocumentQuery): Promise<DocumentPage> {
    return this.documents.list(caller, query);
  }

  @Post()
  @Requires('document.add')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: uploadSchema })
  @ApiCreatedResponse({ type: DocumentView })
  async add(
    @Param('projectId', ParseUUIDPipe) projectId: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<DocumentView> {
    return this.documents.add(caller, projectId, await readUpload(request, this.store));
  }

  @Get(':documentId')
  @Requires('document.view')
  @ApiOkResponse({ type: DocumentView })
  one(
    @CurrentCaller() caller: Caller,
    @Param('documentId', ParseUUIDPipe) id: string,
  ): Promise<DocumentView> {
    return this.documents.one(caller, id);
  }

  @Post(':documentId/remove')
  @Requires('document.remove')
  @HttpCode(200)
  @ApiOkResponse({ type: DocumentView })
  remove(
    @CurrentCaller() caller: Caller,
    @Param('documentId', ParseUUIDPipe) id: string,
    @Body() { reason }: RemoveDocument,
  ): Promise<DocumentView> {
    return this.removal.remove(caller, id, reason);
  }

  @Post(':documentId/restore')
  @Requires('document.remove')
  @HttpCode(200)
  @ApiOkResponse({ type: DocumentView })
  restore(
    @CurrentCaller() caller: Caller,
    @Param('documentId', ParseUUIDPipe) id: string,
  ): Promise<DocumentView> {
    return this.removal.restore(caller, id);
  }

  /** The stored bytes, always as a download: a browser never shows them inside our pages. */
  @Get(':documentId/content')
  @Requires('document.view')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async content(
    @CurrentCaller() caller: Caller,
    @Param('documentId', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { document, content } = await this.documents.open(caller, id);
    reply.header('content-security-policy', `default-src 'none'; sandbox`);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('cache-control', 'private, no-store');
    const { mediaType: type, sizeBytes: length, name } = document;
    return new StreamableFile(content, { type, length, disposition: attachment(name) });
  }
}
