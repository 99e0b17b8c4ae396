import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { History } from '../platform/audit/audit.dto.js';
import { IfMatch } from '../platform/versions.js';
import {
  ChangeRecipient,
  NewRecipient,
  RecipientFilter,
  RecipientPage,
  RecipientView,
  TakeInCharge,
} from './recipient.dto.js';
import { sinceInCharge } from './recipients.queries.js';
import { RecipientsService } from './recipients.service.js';

@Controller('projects/:projectId')
export class RecipientsController {
  constructor(
    private readonly recipients: RecipientsService,
    private readonly trail: AuditTrail,
  ) {}

  @Get('recipients')
  @Requires('recipient.view')
  @ApiOkResponse({ type: RecipientPage })
  list(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Query() filter: RecipientFilter,
  ): Promise<RecipientPage> {
    return this.recipients.list(caller, projectId, filter);
  }

  @Post('recipients')
  @Requires('recipient.edit')
  @ApiCreatedResponse({ type: RecipientView })
  add(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Body() recipient: NewRecipient,
  ): Promise<RecipientView> {
    return this.recipients.add(caller, projectId, recipient);
  }

  @Post('intakes')
  @Requires('recipient.edit')
  @ApiCreatedResponse({ type: RecipientView })
  takeInCharge(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Body() intake: TakeInCharge,
  ): Promise<RecipientView> {
    return this.recipients.takeInCharge(caller, projectId, intake);
  }

  @Get('recipients/:recipientId')
  @Requires('recipient.view')
  @ApiOkResponse({ type: RecipientView })
  read(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('recipientId', ParseUUIDPipe) id: string,
  ): Promise<RecipientView> {
    return this.recipients.read(caller, projectId, id);
  }

  @Patch('recipients/:recipientId')
  @Requires('recipient.edit')
  @ApiOkResponse({ type: RecipientView })
  change(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('recipientId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() change: ChangeRecipient,
  ): Promise<RecipientView> {
    return this.recipients.change(caller, projectId, id, version, change);
  }

  @Get('recipients/:recipientId/history')
  @Requires('recipient.view')
  @ApiOkResponse({ type: History })
  async history(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('recipientId', ParseUUIDPipe) id: string,
  ): Promise<History> {
    await this.recipients.read(caller, projectId, id);
    const whole = caller.participationsIn(projectId, 'recipient.view') === null;
    return {
      items: await this.trail.of('recipient', id, {
        shownIf: sinceInCharge(caller, projectId),
        ...(whole ? {} : { namedIn: projectId }),
      }),
    };
  }
}
