import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Jobs } from '../jobs.js';
import { MailHandler } from '../mail/mail.handler.js';
import { Mail } from '../mail/mail.js';
import { Deliveries } from './deliveries.js';
import { Handlers } from './handler.js';
import { Outbox } from './outbox.js';

/** What every process needs to ask for work; who carries it out is the QueueModule. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Outbox, Jobs, Handlers, Deliveries, Mail, MailHandler],
  exports: [Outbox, Jobs, Deliveries, Mail],
})
export class OutboxModule {}
