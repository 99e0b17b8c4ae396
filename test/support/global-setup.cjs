/* Jest resolves `./x.js` to `./x.ts` inside tests but not for what its global setup loads. */
const Module = require('node:module');
const { findTools } = require('./find-tools.cjs');

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => {
  const source = /^\.{1,2}\/.*\.js$/.test(request) && request.replace(/\.js$/, '.ts');
  try {
    return resolveFilename(source || request, ...rest);
  } catch {
    return resolveFilename(request, ...rest);
  }
};

/** Rules beside their sources need no database: running only those starts none. */
const needsDatabase = ({ nonFlagArgs = [] }) =>
  nonFlagArgs.length === 0 || nonFlagArgs.some((path) => !path.startsWith('src/'));

module.exports = async (jest) => {
  process.env.LOG_LEVEL ??= 'silent';
  if (!needsDatabase(jest)) return;
  await findTools();
  const { startCluster } = require('./cluster.ts');
  globalThis.stopTestCluster = await startCluster();
};
