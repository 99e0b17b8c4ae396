import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { DataSource } from 'typeorm';
import { readConfig } from '../../src/config.js';
import { createApp } from '../../src/create-app.js';
import { dataSourceOptions } from '../../src/data-source.js';
import { type DemoAccount } from '../../src/demo/demo-users.js';
import { resumeDemonstration } from '../../src/demo/load-demonstration.js';
import { Clock } from '../../src/kernel/dates.js';
import { Chores } from '../../src/platform/chores.js';
import { prepareQueue } from '../../src/platform/outbox/prepare-queue.js';
import { log } from '../../src/platform/log.js';
import { servePages } from '../../src/serve-pages.js';
import { cloneDemonstration } from './demonstration-database.js';
import { chromiumPath } from './tools.js';

/** Built pages; another folder when they are built elsewhere. */
const PAGES = process.env.WEB_DIST ?? 'dist/web';
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export interface Size {
  width: number;
  height: number;
}

export const DESK: Size = { width: 1280, height: 800 };
export const PHONE: Size = { width: 375, height: 740 };

/** The program with its built pages and the demonstration, and a Chromium that speaks Italian. */
export interface Office {
  address: string;
  db: DataSource;
  /** A page signed in as the account of that role, as a new visitor. */
  enter(role: DemoAccount['role'], size?: Size): Promise<Page>;
  /** A page of somebody who is not signed in. */
  visit(path: string, size?: Size): Promise<Page>;
  account(role: DemoAccount['role']): DemoAccount;
  close(): Promise<void>;
}

export async function openOffice(): Promise<Office> {
  if (!existsSync(join(PAGES, 'index.html')))
    throw new Error('no pages: run `npm run build` first');
  log.level = 'silent';
  const { accounts, ...database } = await cloneDemonstration();
  await prepareQueue(database.ownerUrl);
  const dataDir = mkdtempSync(join(tmpdir(), 'capofila-browser-'));
  const port = await freePort();
  const env = { DATA_DIR: dataDir, LOG_LEVEL: 'silent', PORT: String(port), RATE_LIMIT: '1000000' };
  const app = await createApp(readConfig(env), database);
  await servePages(app, resolve(PAGES));
  const db = await new DataSource(dataSourceOptions(database.ownerUrl, 2)).initialize();
  await resumeDemonstration(app.get(DataSource), app.get(Clock));
  app.get(Chores).begin();
  await app.listen(port, '127.0.0.1');
  const browser = await launch();
  const address = `http://127.0.0.1:${port}`;
  const account = (role: DemoAccount['role']): DemoAccount => {
    const found = accounts.find((one) => one.role === role);
    if (!found) throw new Error(`no account with the role ${role}`);
    return found;
  };
  const visit = async (path: string, size?: Size): Promise<Page> => {
    const page = await (await newVisitor(browser, size)).newPage();
    await page.goto(address + path);
    return page;
  };
  const enter = async (role: DemoAccount['role'], size?: Size): Promise<Page> => {
    const visitor = await newVisitor(browser, size);
    const { email, password } = account(role);
    await visitor.request.post(`${address}/api/v1/sign-in`, { data: { email, password } });
    const page = await visitor.newPage();
    await page.goto(address);
    await page
      .getByRole('navigation', { name: 'Principale' })
      .first()
      .waitFor({ state: 'attached' });
    return page;
  };
  return {
    address,
    db,
    account,
    visit,
    enter,
    async close() {
      await browser.close();
      await app.close();
      await db.destroy();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Waits until the page has its title, no question of it is unanswered, and what was answered is drawn. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
  await becomes(() => page.evaluate(isQuiet), true);
  await page.locator('[aria-busy=true], .cf-skeleton').first().waitFor({ state: 'detached' });
}

/** Presses a key that is a shortcut of the page, once the page stands. */
export async function shortcut(page: Page, key: string): Promise<void> {
  await settled(page);
  await page.keyboard.press(key);
}

/** Closes the open panel by Esc: keys that follow are meant for the page. */
export async function closePanel(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').first().waitFor({ state: 'detached' });
}

/** Counts the requests of a page that are not answered yet. */
const COUNT_REQUESTS = `{
  const { fetch } = window;
  window.unanswered = 0;
  window.fetch = (...asked) => {
    window.unanswered += 1;
    return fetch(...asked).finally(() => setTimeout(() => (window.unanswered -= 1)));
  };
}`;

/** Whether no answer is owed when the page has nothing to do for a moment. */
const isQuiet = (): Promise<boolean> =>
  new Promise((answer) => {
    // oxlint-disable-next-line no-explicit-any
    const window = globalThis as any;
    window.requestIdleCallback(() =>
      window.requestAnimationFrame(() => answer(window.unanswered === 0)),
    );
  });

/** Reads the page until it says so: a figure follows what was saved a moment later. */
export async function becomes<T>(read: () => Promise<T>, expected: T): Promise<void> {
  const last = Date.now() + 10_000;
  let said = await read();
  while (!isDeepStrictEqual(said, expected) && Date.now() < last) said = await read();
  expect(said).toEqual(expected);
}

/** The serious and critical findings of axe on the page as it stands, in words; none is what we want. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (rules) => {
    // oxlint-disable-next-line no-explicit-any
    const { axe, document } = globalThis as any;
    const { violations } = await axe.run(document, {
      runOnly: rules,
      // An experiment of axe that takes a name shortened with … for a name that differs.
      rules: { 'label-content-name-mismatch': { enabled: false } },
    });
    return violations
      .filter(({ impact }: { impact: string }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
          `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
      );
  }, RULES);
}

/** How far the page is wider than the window, in pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    // oxlint-disable-next-line no-explicit-any
    const { document, innerWidth } = globalThis as any;
    return Math.max(0, document.documentElement.scrollWidth - innerWidth);
  });

const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath() ?? undefined,
    args: ['--no-sandbox', '--lang=it', '--disable-dev-shm-usage'],
  });

async function newVisitor(browser: Browser, size: Size = DESK): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    viewport: size,
    reducedMotion: 'reduce',
  });
  // Sooner than the test's own limit: the message then says what was waited for.
  context.setDefaultTimeout(20_000);
  context.setDefaultNavigationTimeout(45_000);
  await context.addInitScript(COUNT_REQUESTS);
  return context;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
