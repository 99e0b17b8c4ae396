import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { EntityManager } from 'typeorm';

/** One outbox row on its way: `id` is also the id of its job, of its queue entry and of its mail. */
export interface Delivery {
  id: string;
  topic: string;
  createdAt: Date;
  /** 1 for the first try. */
  attempt: number;
}

export interface Progress {
  /** Saves how far the work is, for the person who waits. Throws when the job has been cancelled. */
  to(done: number, message?: string): Promise<void>;
}

export interface Handler<P = unknown, R = unknown> {
  /** Work outside the database that may run twice without harm: rendering a file, sending a mail. */
  prepare?(payload: P, delivery: Delivery, progress: Progress): Promise<R>;
  /** The rows to change: runs in the transaction that marks the delivery, hence exactly once. */
  settle?(db: EntityManager, payload: P, prepared: R, delivery: Delivery): Promise<void>;
}

/** Marks the injectable class that handles a topic, or several. */
export const OutboxHandler = DiscoveryService.createDecorator<string | string[]>();

@Injectable()
export class Handlers implements OnModuleInit {
  private readonly byTopic = new Map<string, Handler>();

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    for (const provider of this.discovery.getProviders({ metadataKey: OutboxHandler.KEY })) {
      const topics = this.discovery.getMetadataByDecorator(OutboxHandler, provider);
      if (!topics || !provider.instance) continue;
      for (const topic of [topics].flat()) {
        if (this.byTopic.has(topic)) throw new Error(`Two handlers for the topic ${topic}`);
        this.byTopic.set(topic, provider.instance as Handler);
      }
    }
  }

  of(topic: string): Handler {
    const handler = this.byTopic.get(topic);
    if (!handler) throw new Error(`No handler for the topic ${topic}`);
    return handler;
  }
}
