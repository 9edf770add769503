const { LIMITS, PARAMETERS } = require('./lint/rules');

/** For the programs of the repository, which run on plain Node: the limits of the house style, and real mistakes. */
module.exports = {
  root: true,
  extends: ['eslint:recommended', 'prettier'],
  env: { es2024: true, node: true },
  parserOptions: { ecmaVersion: 'latest' },
  reportUnusedDisableDirectives: true,
  rules: {
    ...LIMITS,
    eqeqeq: ['error', 'always'],
    // Output of other programs holds terminal codes.
    'no-control-regex': 'off',
    'no-restricted-syntax': ['error', ...PARAMETERS],
    'no-shadow': 'error',
    'no-var': 'error',
    'prefer-const': 'error',
  },
  overrides: [
    { files: ['**/*.mjs'], parserOptions: { sourceType: 'module' } },
    {
      files: ['**/*.test.mjs'],
      rules: { 'max-lines-per-function': 'off' },
    },
  ],
};
