import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Public } from '../access/requires.js';
import { EnumField, ListField } from '../kernel/fields.js';

export class StatusView {
  @EnumField(['ready', 'degraded', 'down']) status: 'ready' | 'degraded' | 'down';
  /** Why it is not simply ready, in Italian; empty when it is. */
  @ListField('text') reasons: string[];
}

/** `/status` for balancers and people: alive, ready, or degraded with reasons. */
@Controller('status')
export class StatusController {
  constructor(private readonly source: DataSource) {}

  @Get()
  @Public()
  @ApiOkResponse({ type: StatusView })
  async status(@Res({ passthrough: true }) reply: FastifyReply): Promise<StatusView> {
    const reasons = await this.reasons();
    if (reasons === null) {
      reply.status(503);
      return { status: 'down', reasons: ['La base dati non risponde.'] };
    }
    return { status: reasons.length > 0 ? 'degraded' : 'ready', reasons };
  }

  private async reasons(): Promise<string[] | null> {
    try {
      const [{ mayRewrite }] = (await this.source.query(
        `SELECT has_table_privilege('audit_entry', 'UPDATE') AS "mayRewrite"`,
      )) as [{ mayRewrite: boolean }];
      return mayRewrite
        ? [
            'Il programma usa il ruolo proprietario della base dati: il registro delle modifiche non è protetto.',
          ]
        : [];
    } catch {
      return null;
    }
  }
}
