import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Public, Requires } from '../access/requires.js';
import { AnswerHours, HoursToConfirm, LinkToken } from './confirmation.dto.js';
import { ConfirmationsService } from './confirmations.service.js';
import {
  AskByLink,
  AskedByLink,
  CreatedRequestLink,
  NewRequestLink,
  RequestForm,
  RequestLinkList,
  RequestLinkView,
} from './link.dto.js';
import { LinksService } from './links.service.js';

/** The bodies' links: who makes them, and what is done by them without an account. */
@Controller()
export class LinksController {
  constructor(
    private readonly links: LinksService,
    private readonly confirmations: ConfirmationsService,
  ) {}

  @Get('projects/:projectId/request-links')
  @Requires('request.edit')
  @ApiOkResponse({ type: RequestLinkList })
  list(@Param('projectId') projectId: string): Promise<RequestLinkList> {
    return this.links.list(projectId);
  }

  @Post('projects/:projectId/request-links')
  @Requires('request.edit')
  @ApiCreatedResponse({ type: CreatedRequestLink })
  add(
    @Param('projectId') projectId: string,
    @Body() link: NewRequestLink,
  ): Promise<CreatedRequestLink> {
    return this.links.add(projectId, link);
  }

  @Post('projects/:projectId/request-links/:linkId/revoke')
  @Requires('request.edit')
  @HttpCode(200)
  @ApiOkResponse({ type: RequestLinkView })
  revoke(
    @Param('projectId') projectId: string,
    @Param('linkId', ParseUUIDPipe) id: string,
  ): Promise<RequestLinkView> {
    return this.links.revoke(projectId, id);
  }

  @Post('request-form')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: RequestForm })
  form(@Body() { token }: LinkToken): Promise<RequestForm> {
    return this.links.open(token);
  }

  @Post('request-form/requests')
  @Public()
  @ApiCreatedResponse({ type: AskedByLink })
  ask(@Body() request: AskByLink): Promise<AskedByLink> {
    return this.links.ask(request);
  }

  @Post('hours-confirmation')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: HoursToConfirm })
  hours(@Body() { token }: LinkToken): Promise<HoursToConfirm> {
    return this.confirmations.open(token);
  }

  @Post('hours-confirmation/answer')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: HoursToConfirm })
  answer(@Body() answer: AnswerHours): Promise<HoursToConfirm> {
    return this.confirmations.answer(answer);
  }
}
