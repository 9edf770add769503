const { join } = require('node:path');
const createConfig = require('@backstage/cli/config/eslint-factory');
const {
  guardRules,
  restrictedImports,
  sourceRules,
  testRules,
  webRules,
} = require('./rules');

/** Files whose default export a tool asks for: the plugin itself, and the entry that names it. */
const DEFAULT_EXPORTS = [
  'src/index.ts',
  'src/index.tsx',
  'src/alpha.ts',
  'src/alpha.tsx',
  '**/plugin.ts',
  '**/plugin.tsx',
  '**/module.ts',
  '**/module.tsx',
  '**/feature.ts',
  '**/*Feature.ts',
  '**/*Guard.ts',
  '**/*Module.ts',
  '**/*.d.ts',
];

const TESTS = [
  '**/*.test.ts',
  '**/*.test.tsx',
  'src/setupTests.ts',
  '**/testUtils/**',
  '**/__testUtils__/**',
  '**/testing/**',
];

/** Written by tools, or by hand once and never again. */
const EXEMPT = ['**/generated/**', '**/migrations/**'];

/**
 * Creates the lint configuration of a workspace package: Backstage's rules for its role, and the house style.
 *
 * A package uses it in its `.eslintrc.js`: `module.exports = require('../../scripts/lint')(__dirname);`
 */
module.exports = function createPackageConfig(directory) {
  const { backstage } = require(join(directory, 'package.json'));
  const isWeb = /^(frontend|web-library)/.test(backstage.role);
  return createConfig(directory, {
    reportUnusedDisableDirectives: true,
    restrictedImports,
    overrides: [
      {
        files: ['src/**/*.ts', 'src/**/*.tsx'],
        excludedFiles: TESTS,
        rules: sourceRules,
      },
      { files: ['**/*Guard.ts'], rules: guardRules },
      ...(isWeb
        ? [
            {
              files: ['src/**/*.tsx'],
              excludedFiles: TESTS,
              rules: webRules,
            },
          ]
        : []),
      { files: TESTS, rules: testRules },
      {
        // A theme sets what installed components still read.
        files: ['src/theme/**'],
        rules: { '@backstage/no-deprecated-bui-tokens': 'off' },
      },
      { files: DEFAULT_EXPORTS, rules: { 'import/no-default-export': 'off' } },
      {
        files: EXEMPT,
        rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
      },
    ],
  });
};
