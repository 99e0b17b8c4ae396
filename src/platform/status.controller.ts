import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Public } from '../access/requires.js';
import { BooleanField, EnumField, ListField } from '../kernel/fields.js';
import { foundNoConnection } from './prepared.js';

export class StatusView {
  @EnumField(['ready', 'degraded', 'down']) status: 'ready' | 'degraded' | 'down';
  /** Why it is not simply ready, in Italian; empty when it is. */
  @ListField('text') reasons: string[];
}

export class LiveView {
  @BooleanField() live: boolean;
}

/** `/status` for balancers and people: alive, ready, or degraded with reasons. */
@Controller('status')
export class StatusController {
  constructor(private readonly source: DataSource) {}

  @Get()
  @Public()
  @ApiOkResponse({ type: StatusView })
  @ApiResponse({ status: 503, type: StatusView, description: 'La base dati non risponde.' })
  async status(@Res({ passthrough: true }) reply: FastifyReply): Promise<StatusView> {
    const reasons = await this.reasons();
    if (reasons === null) {
      reply.status(503);
      return { status: 'down', reasons: ['La base dati non risponde.'] };
    }
    return { status: reasons.length > 0 ? 'degraded' : 'ready', reasons };
  }

  /** Only says that the process answers: for what restarts it. */
  @Get('live')
  @Public()
  @ApiOkResponse({ type: LiveView })
  live(): LiveView {
    return { live: true };
  }

  private async reasons(): Promise<string[] | null> {
    try {
      const [found] = (await this.source.query(HEALTH)) as [
        Record<keyof typeof SENTENCES, boolean>,
      ];
      return Object.entries(SENTENCES).flatMap(([sign, sentence]) =>
        found[sign as keyof typeof SENTENCES] ? [sentence] : [],
      );
    } catch (error) {
      return foundNoConnection(error) ? [CROWDED] : null;
    }
  }
}

const CROWDED = 'Tutte le connessioni alla base dati sono occupate.';

const SENTENCES = {
  mayRewrite:
    'Il programma usa il ruolo proprietario della base dati: il registro delle modifiche non è protetto.',
  jobsWait: 'I lavori in coda non vengono presi in carico: controllare il processo dei lavori.',
  sealsWait: 'Il registro delle modifiche non viene sigillato: controllare il processo dei lavori.',
};

const HEALTH = `
  SELECT has_table_privilege('audit_entry', 'UPDATE') AS "mayRewrite",
    EXISTS (SELECT FROM outbox WHERE delivered_at IS NULL AND failed_at IS NULL AND next_at < now() - interval '2 minutes') AS "jobsWait",
    EXISTS (SELECT FROM audit_entry WHERE at < now() - interval '2 minutes'
      AND xid > coalesce((SELECT max(up_to_xid) FROM audit_seal), '0'::xid8)) AS "sealsWait"`;
