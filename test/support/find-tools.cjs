/* Programs that some tests need and npm cannot bring. Their paths travel to the tests in the environment. */
const { accessSync, constants } = require('node:fs');
const path = require('node:path');
const { spawnSync } = require('node:child_process');

const wanted = {
  // The first has no window to draw: half the work for the machine.
  CHROMIUM_PATH: [
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
  ],
  REDIS_PATH: ['redis-server'],
  PDFTOTEXT_PATH: ['pdftotext'],
  PRLIMIT_PATH: ['prlimit'],
};

/** Sets the variable of each tool that is there; answers the names of those that are not. */
async function findTools() {
  for (const [variable, names] of Object.entries(wanted)) {
    process.env[variable] ||= names.map(onPath).find(Boolean) ?? '';
  }
  process.env.CHROMIUM_PATH ||= (await packagedChromium()) ?? '';
  return Object.keys(wanted)
    .filter((variable) => !process.env[variable])
    .map((variable) => wanted[variable][0]);
}

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The one that npm brings is built for one system; elsewhere its libraries are missing. */
async function packagedChromium() {
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const path = await chromium.executablePath();
    const { status } = spawnSync(path, ['--version'], { timeout: 20_000 });
    return status === 0 ? path : null;
  } catch {
    return null;
  }
}

module.exports = { findTools };
