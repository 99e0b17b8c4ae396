import type { Locator, Page } from 'playwright-core';

/** Counts what a person does: each click and each key pressed is one action, characters included. */
export class Hand {
  actions = 0;

  constructor(private readonly page: Page) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.actions++;
      await this.page.keyboard.press(key);
    }
  }

  async click(what: Locator): Promise<void> {
    this.actions++;
    await what.click();
  }

  /** Taken, carried, left: one action. */
  async drag(what: Locator, ...to: Parameters<Locator['dragTo']>): Promise<void> {
    this.actions++;
    await what.dragTo(...to);
  }

  async choose(what: Locator, label: string): Promise<void> {
    this.actions += 2;
    await what.selectOption({ label });
  }

  /** What was copied elsewhere: no action here. */
  async copied(text: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate(async (words) => {
      // oxlint-disable-next-line no-explicit-any
      await (globalThis as any).navigator.clipboard.writeText(words);
    }, text);
  }
}
