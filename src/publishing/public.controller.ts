import { Controller, Get, Header, Headers, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../access/requires.js';
import { FeedsService, type FeedAnswer } from './feeds.service.js';
import { PublicSheets } from './public-sheets.service.js';

interface Condition {
  'if-none-match'?: string;
  'if-modified-since'?: string;
}

const UNCHANGED = { status: 304, description: 'Nulla è cambiato da allora' } as const;

/** What everybody may read without a session. */
@ApiTags('pubblico')
@Controller()
export class PublicController {
  constructor(
    private readonly feeds: FeedsService,
    private readonly sheets: PublicSheets,
  ) {}

  @Get('feeds/:feedSlug/rss.xml')
  @Public()
  @ApiProduces('application/rss+xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiResponse(UNCHANGED)
  @Header('content-type', 'application/rss+xml; charset=utf-8')
  async rss(
    @Param('feedSlug') slug: string,
    @Headers() condition: Condition,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return conditional(await this.feeds.file(slug, 'rss'), condition, reply);
  }

  @Get('feeds/:feedSlug/atom.xml')
  @Public()
  @ApiProduces('application/atom+xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiResponse(UNCHANGED)
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  async atom(
    @Param('feedSlug') slug: string,
    @Headers() condition: Condition,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return conditional(await this.feeds.file(slug, 'atom'), condition, reply);
  }

  @Get('schede/:slug')
  @Public()
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-cache')
  sheet(@Param('slug') slug: string): Promise<string> {
    return this.sheets.page(slug);
  }
}

/** The text, or 304 when the reader has it: the tag decides, the date only for who sends no tag (RFC 9110, 13.2.2). */
function conditional(
  { text, etag, lastModified }: FeedAnswer,
  condition: Condition,
  reply: FastifyReply,
): string | undefined {
  // Sites ask often: they may keep it for five minutes.
  void reply.headers({
    etag,
    'last-modified': lastModified.toUTCString(),
    'cache-control': 'public, max-age=300',
  });
  const tags = condition['if-none-match'];
  const since = Date.parse(condition['if-modified-since'] ?? '');
  const wholeSecond = Math.floor(lastModified.getTime() / 1000) * 1000;
  const known = tags
    ? tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')
    : since >= wholeSecond;
  if (!known) return text;
  void reply.status(304);
  return undefined;
}
