import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { log } from './log.js';

type Work = () => Promise<unknown>;

/** Small work that comes back: sealing, merging, tidying. Each run may be repeated or missed without harm. */
@Injectable()
export class Chores implements OnApplicationShutdown {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Set<Promise<unknown>>();
  private readonly waiting: { seconds: number; work: Work }[] = [];

  /** Declares a chore; it runs once the process has said that it does such work. */
  every(seconds: number, work: Work): void {
    this.waiting.push({ seconds, work });
  }

  /** Called by the process that carries out jobs; others only declare. */
  begin(): void {
    for (const { seconds, work } of this.waiting) {
      const timer = setInterval(() => this.run(work), seconds * 1000);
      timer.unref();
      this.timers.push(timer);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.timers.forEach((timer) => clearInterval(timer));
    await Promise.all(this.running);
  }

  private run(work: Work): void {
    const done: Promise<unknown> = work()
      .catch((error: unknown) => log.warn({ err: error }, 'chore failed; it runs again later'))
      .finally(() => this.running.delete(done));
    this.running.add(done);
  }
}
