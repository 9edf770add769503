const MUI = 'Own code uses Backstage UI and CSS modules with tokens.';

/** Entry points of other design systems. */
const restrictedImports = [
  '@material-ui/core',
  '@material-ui/core/styles',
  '@material-ui/styles',
  '@mui/styles',
  'tss-react/mui',
].map(name => ({ name, message: MUI }));

const LIMITS = {
  'max-lines': ['error', { max: 400 }],
  'max-lines-per-function': [
    'error',
    { max: 40, skipBlankLines: true, skipComments: true },
  ],
};

const NO_PREFIX = {
  format: ['PascalCase'],
  custom: { regex: '^I[A-Z][a-z]', match: false },
};

/** Not for callbacks: who calls them decides what they are given. */
const NAMED_FUNCTIONS = [
  'FunctionDeclaration',
  'MethodDefinition > FunctionExpression',
  'VariableDeclarator > ArrowFunctionExpression',
];

const PARAMETERS = NAMED_FUNCTIONS.flatMap(selector => [
  `${selector}[params.length>4]`,
  `${selector}[params.length=4]:not([params.3.type=/ObjectPattern|AssignmentPattern/])`,
]).map(selector => ({
  selector,
  message: 'Take at most three parameters, then an options object.',
}));

const BARE_ERROR = {
  selector: "ThrowStatement > NewExpression[callee.name='Error']",
  message: 'Throw an error of @backstage/errors, which says what kind it is.',
};

const SYNTAX = [
  ...PARAMETERS,
  {
    selector: "PropertyDefinition[accessibility='private']",
    message: 'Write #name: it is private at run time, too.',
  },
  {
    selector: 'TSParameterProperty',
    message: 'Declare a #field and assign it in the constructor.',
  },
  {
    selector:
      "CallExpression[callee.property.name='json'][callee.object.callee.property.name='status'][callee.object.arguments.0.value>=400]",
    message:
      'Throw an error of @backstage/errors; the middleware answers it the same way everywhere.',
  },
  {
    selector: 'TSEnumDeclaration',
    message: 'Write a union of literals.',
  },
];

/** What the house style states as a rule for source files. */
const sourceRules = {
  ...LIMITS,
  'import/no-default-export': 'error',
  'no-console': 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/consistent-type-assertions': [
    'error',
    { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
  ],
  '@typescript-eslint/naming-convention': [
    'error',
    { selector: ['interface', 'typeAlias'], ...NO_PREFIX },
  ],
  'no-restricted-syntax': ['error', BARE_ERROR, ...SYNTAX],
};

/** For guards, which end the start of the process: no middleware answers their errors. */
const guardRules = { 'no-restricted-syntax': ['error', ...SYNTAX] };

/** For components, whose markup counts as lines of their function. */
const webRules = {
  'max-lines-per-function': [
    'error',
    { max: 80, skipBlankLines: true, skipComments: true },
  ],
  'react/forbid-dom-props': ['error', { forbid: ['style'] }],
  'react/forbid-component-props': ['error', { forbid: ['style'] }],
  // Words go through a translation ref; the name of the portal is the same in every language.
  'react/jsx-no-literals': ['error', { allowedStrings: ['Groundwork'] }],
};

/** For tests, where a function holds many of them. */
const testRules = {
  'max-lines': LIMITS['max-lines'],
  'max-lines-per-function': 'off',
  '@typescript-eslint/no-explicit-any': 'error',
  'no-restricted-syntax': [
    'error',
    {
      selector:
        "CallExpression[callee.object.name='jest'][callee.property.name=/^(mock|doMock)$/] > Literal[value=/^@backstage\\u002F/]",
      message: "Use Backstage's test apps and test backends.",
    },
    {
      selector: "MemberExpression[property.name='toMatchSnapshot']",
      message: 'Assert on what the reader sees.',
    },
  ],
};

module.exports = {
  LIMITS,
  PARAMETERS,
  guardRules,
  restrictedImports,
  sourceRules,
  testRules,
  webRules,
};
