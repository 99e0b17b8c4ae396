import { execFileSync } from 'node:child_process';

const node = (...args: string[]): string => execFileSync(process.execPath, args).toString().trim();
const evaluate = (module: string): string => node('--input-type=module', '--eval', module);

describe('a warm start', () => {
  it('builds what is stale and then nothing', () => {
    node('build.mjs');
    expect(node('build.mjs')).toBe('Nothing to build.');
  });

  it('installs nothing when the packages are those of the lock file', () => {
    const twice = `const { install } = await import('./install.mjs');
      const complain = () => { throw new Error('it would install'); };
      install({ say: complain });
      console.log(install({ say: complain }));`;
    expect(evaluate(twice)).toBe('false');
  });

  it.each([
    ['18.20.0', true],
    ['20.18.3', true],
    ['20.19.0', false],
    ['24.1.0', false],
  ])('knows whether Node %s is too old', (version, tooOld) => {
    const ask = `const { nodeIsTooOld } = await import('./install.mjs');
      console.log(nodeIsTooOld('${version}'));`;
    expect(evaluate(ask)).toBe(String(tooOld));
  });

  it('names the programs that the tests miss', () => {
    const ask = `process.env = {};
      const { default: tools } = await import('./test/support/find-tools.cjs');
      console.log((await tools.findTools()).join());`;
    expect(evaluate(ask)).toContain('redis-server,pdftotext,prlimit');
  });
});
