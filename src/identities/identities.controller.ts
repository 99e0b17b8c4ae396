import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  StreamableFile,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, EvenArchived, Requires } from '../access/requires.js';
import { IfMatch } from '../platform/versions.js';
import { ErasureService } from './erasure.service.js';
import { IdentitiesService } from './identities.service.js';
import {
  Erasure,
  IdentityInput,
  IdentityKept,
  IdentityState,
  IdentityView,
  PersonExport,
  Purpose,
  RetentionInput,
  RetentionView,
} from './identity.dto.js';
import { PersonExports } from './person-export.js';
import { renderPerson } from './person-pdf.js';

@Controller('projects/:projectId')
export class IdentitiesController {
  constructor(
    private readonly identities: IdentitiesService,
    private readonly erasures: ErasureService,
    private readonly exports: PersonExports,
  ) {}

  @Put('recipients/:recipientId/identity')
  @Requires('identity.edit')
  @ApiOkResponse({ type: IdentityKept })
  keep(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('recipientId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() identity: IdentityInput,
  ): Promise<IdentityKept> {
    return this.identities.keep(caller, projectId, id, version, identity);
  }

  /** A write, since each reading is written down. */
  @Post('recipients/:recipientId/identity/read')
  @Requires('identity.view')
  @EvenArchived()
  @HttpCode(200)
  @ApiOkResponse({ type: IdentityView })
  read(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('recipientId', ParseUUIDPipe) id: string,
    @Body() { purpose }: Purpose,
  ): Promise<IdentityView> {
    return this.identities.read(caller, projectId, id, purpose);
  }

  @Get('recipients/:recipientId/identity')
  @Requires('identity.view')
  @ApiOkResponse({ type: IdentityState })
  state(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('recipientId', ParseUUIDPipe) id: string,
  ): Promise<IdentityState> {
    return this.identities.state(caller, projectId, id);
  }

  @Post('recipients/:recipientId/export')
  @Requires('identity.export')
  @EvenArchived()
  @HttpCode(200)
  @ApiOkResponse({ type: PersonExport })
  export(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('recipientId', ParseUUIDPipe) id: string,
    @Body() { purpose }: Purpose,
  ): Promise<PersonExport> {
    return this.exports.of(caller, projectId, id, purpose);
  }

  @Post('recipients/:recipientId/export.pdf')
  @Requires('identity.export')
  @EvenArchived()
  @HttpCode(200)
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async print(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('recipientId', ParseUUIDPipe) id: string,
    @Body() { purpose }: Purpose,
  ): Promise<StreamableFile> {
    const bytes = await renderPerson(await this.exports.of(caller, projectId, id, purpose));
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: 'attachment; filename="persona.pdf"',
      length: bytes.length,
    });
  }

  @Post('recipients/:recipientId/erasure')
  @Requires('identity.erase')
  @EvenArchived()
  @HttpCode(204)
  @ApiNoContentResponse()
  erase(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('recipientId', ParseUUIDPipe) id: string,
    @Body() erasure: Erasure,
  ): Promise<void> {
    return this.erasures.erase(caller, projectId, id, erasure);
  }

  @Get('retention')
  @Requires('retention.view')
  @ApiOkResponse({ type: RetentionView })
  retention(@Param('projectId') projectId: string): Promise<RetentionView> {
    return this.erasures.retention(projectId);
  }

  @Put('retention')
  @Requires('retention.edit')
  @EvenArchived()
  @ApiOkResponse({ type: RetentionView })
  setRetention(
    @Param('projectId') projectId: string,
    @IfMatch() version: number,
    @Body() retention: RetentionInput,
  ): Promise<RetentionView> {
    return this.erasures.setRetention(projectId, version, retention);
  }
}
