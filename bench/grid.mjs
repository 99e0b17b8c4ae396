import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { root } from './program.mjs';

const { findTools } = createRequire(import.meta.url)('../test/support/find-tools.cjs');

/** The longest frame while a sheet of 20,000 rows runs past: by leaps that draw every row in sight anew, and by keys. */
export async function measureGrid({ figures, size }) {
  await findTools();
  const outDir = mkdtempSync(join(tmpdir(), 'capofila-bench-grid-'));
  const common = {
    configFile: join(root, 'web/vite.config.ts'),
    root: join(root, 'bench/grid'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0 },
  };
  await build(common);
  const server = await preview({ ...common, preview: { host: '127.0.0.1', port: 0 } });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(server.resolvedUrls.local[0]);
    await page.getByRole('grid').waitFor();
    const longest = [];
    for (let n = 0; n < size.repetitions; n++)
      longest.push(Math.max(...(await page.evaluate(runPast))));
    figures.add('grid of 20,000 rows, longest frame while it scrolls, ms', {
      target: 100,
      better: 'lower',
      ratios: longest,
      conditions: '180 leaps over all rows and 180 steps of three rows, Chromium without a GPU',
    });
  } finally {
    await browser.close();
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}

/** Runs in the page: milliseconds of each frame. */
async function runPast() {
  const grid = document.querySelector('[role=grid]');
  const frame = () => new Promise((seen) => requestAnimationFrame(seen));
  const bottom = grid.scrollHeight - grid.clientHeight;
  const gaps = [];
  const pass = async (positionAt) => {
    let last = await frame();
    for (let n = 0; n <= 180; n++) {
      grid.scrollTop = positionAt(n);
      const now = await frame();
      gaps.push(now - last);
      last = now;
    }
  };
  await pass((n) => (bottom * n) / 180);
  await pass((n) => bottom - n * 100);
  return gaps;
}
