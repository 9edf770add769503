const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');
const { guardRules, sourceRules } = require('../scripts/lint/rules');

/** For the browser tests, which are no package: what holds for the sources of packages, beside Backstage's own rules. */
module.exports = {
  root: true,
  ...createConfigForRole(__dirname, 'node-library', {
    reportUnusedDisableDirectives: true,
    overrides: [
      // No middleware answers an error of a test.
      { files: ['**/*.ts'], rules: { ...sourceRules, ...guardRules } },
      // Playwright asks for the default export.
      {
        files: ['support/waitUntilPopulated.ts'],
        rules: { 'import/no-default-export': 'off' },
      },
    ],
  }),
};
