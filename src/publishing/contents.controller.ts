import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Caller } from '../access/caller.js';
import { CurrentCaller, Requires } from '../access/requires.js';
import { IfMatch } from '../platform/versions.js';
import { ContentsService } from './contents.service.js';
import { FeedsService } from './feeds.service.js';
import { PublicSheets } from './public-sheets.service.js';
import {
  AddContent,
  AddContentFeed,
  ChangeContent,
  ChangeContentFeed,
  ContentFeedList,
  ContentFeedView,
  ContentFilter,
  ContentPage,
  ContentView,
  PublicSheetView,
  PublishContent,
  ShowPublicSheet,
  WithdrawContent,
} from './publishing.dto.js';

@ApiTags('contenuti')
@Controller('projects/:projectId')
export class ContentsController {
  constructor(
    private readonly contents: ContentsService,
    private readonly feeds: FeedsService,
    private readonly sheets: PublicSheets,
  ) {}

  @Get('contents')
  @Requires('content.view')
  @ApiOkResponse({ type: ContentPage })
  list(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Query() filter: ContentFilter,
  ): Promise<ContentPage> {
    return this.contents.list(caller, projectId, filter);
  }

  @Post('contents')
  @Requires('content.edit')
  @ApiCreatedResponse({ type: ContentView })
  add(@Param('projectId') projectId: string, @Body() content: AddContent): Promise<ContentView> {
    return this.contents.add(projectId, content);
  }

  @Get('contents/:contentId')
  @Requires('content.view')
  @ApiOkResponse({ type: ContentView })
  read(
    @Param('projectId') projectId: string,
    @Param('contentId', ParseUUIDPipe) id: string,
  ): Promise<ContentView> {
    return this.contents.read(projectId, id);
  }

  @Patch('contents/:contentId')
  @Requires('content.edit')
  @ApiOkResponse({ type: ContentView })
  change(
    @Param('projectId') projectId: string,
    @Param('contentId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() content: ChangeContent,
  ): Promise<ContentView> {
    return this.contents.change(projectId, id, version, content);
  }

  @Post('contents/:contentId/publish')
  @HttpCode(200)
  @Requires('content.edit')
  @ApiOkResponse({ type: ContentView })
  publish(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('contentId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() publish: PublishContent,
  ): Promise<ContentView> {
    return this.contents.publish(caller, projectId, { id, version }, publish);
  }

  @Post('contents/:contentId/withdraw')
  @HttpCode(200)
  @Requires('content.edit')
  @ApiOkResponse({ type: ContentView })
  withdraw(
    @Param('projectId') projectId: string,
    @Param('contentId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: WithdrawContent,
  ): Promise<ContentView> {
    return this.contents.withdraw(projectId, id, version, reason);
  }

  @Get('content-feeds')
  @Requires('content.view')
  @ApiOkResponse({ type: ContentFeedList })
  listFeeds(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
  ): Promise<ContentFeedList> {
    return this.feeds.list(caller, projectId);
  }

  @Post('content-feeds')
  @Requires('content.edit')
  @ApiCreatedResponse({ type: ContentFeedView })
  addFeed(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Body() feed: AddContentFeed,
  ): Promise<ContentFeedView> {
    return this.feeds.add(caller, projectId, feed);
  }

  @Patch('content-feeds/:contentFeedId')
  @Requires('content.edit')
  @ApiOkResponse({ type: ContentFeedView })
  changeFeed(
    @CurrentCaller() caller: Caller,
    @Param('projectId') projectId: string,
    @Param('contentFeedId', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() feed: ChangeContentFeed,
  ): Promise<ContentFeedView> {
    return this.feeds.change(caller, { projectId, id }, version, feed);
  }

  @Get('public-sheet')
  @Requires('content.view')
  @ApiOkResponse({ type: PublicSheetView })
  readSheet(@Param('projectId') projectId: string): Promise<PublicSheetView> {
    return this.sheets.read(projectId);
  }

  @Put('public-sheet')
  @Requires('content.edit')
  @ApiOkResponse({ type: PublicSheetView })
  showSheet(
    @Param('projectId') projectId: string,
    @Body() { shown }: ShowPublicSheet,
  ): Promise<PublicSheetView> {
    return this.sheets.show(projectId, shown);
  }
}
