/**
 * Nest 12 is published as ES modules, which Jest on Node 20 cannot load from inside its sandbox: tests,
 * sources and the packages listed here are therefore turned into CommonJS. A package that is missing from
 * the list shows itself as "Must use import to load ES Module".
 */
const esmOnly = [
  '@nestjs',
  '@borewit',
  '@fastify/cookie',
  '@tokenizer',
  'content-disposition',
  'cookie',
  'fast-check',
  'feed',
  'file-type',
  'ibantools',
  'iterare',
  'load-esm',
  'pure-rand',
  'strtok3',
  'temporal-polyfill',
  'temporal-utils',
  'token-types',
  'uint8array-extras',
];

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testRegex: '\\.spec\\.ts$',
  globalSetup: '<rootDir>/test/support/global-setup.cjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.cjs',
  testSequencer: '<rootDir>/test/sequencer.cjs',
  testTimeout: 120_000,
  transform: {
    '^.+\\.(ts|m?js)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false,
          },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'] },
};
