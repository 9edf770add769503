import assert from 'node:assert/strict';
import { dirname, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const PLUGIN = 'plugins/permission-backend-module-policy/src/';
const WEB = 'packages/ui/src/';

async function rulesBrokenBy(file, text) {
  const eslint = new ESLint({ cwd: ROOT });
  const filePath = resolve(ROOT, file);
  const [result] = await eslint.lintText(text, { filePath });
  return result.messages.map(message => message.ruleId);
}

const lines = count => 'work();\n'.repeat(count);

const FAULTS = [
  [
    'a default export',
    `${PLUGIN}a.ts`,
    'export default 1;\n',
    'import/no-default-export',
  ],
  [
    'any',
    `${PLUGIN}a.ts`,
    'export const a: any = 1;\n',
    '@typescript-eslint/no-explicit-any',
  ],
  [
    'a prefix on an interface',
    `${PLUGIN}a.ts`,
    'export interface IStore {}\n',
    '@typescript-eslint/naming-convention',
  ],
  ['a console', `${PLUGIN}a.ts`, "console.log('x');\n", 'no-console'],
  [
    'a bare Error',
    `${PLUGIN}a.ts`,
    "throw new Error('x');\n",
    'no-restricted-syntax',
  ],
  [
    'a private keyword',
    `${PLUGIN}a.ts`,
    'export class A {\n  private b = 1;\n}\n',
    'no-restricted-syntax',
  ],
  [
    'an error written by hand',
    `${PLUGIN}a.ts`,
    'res.status(404).json({});\n',
    'no-restricted-syntax',
  ],
  [
    'four parameters',
    `${PLUGIN}a.ts`,
    'export const f = (a, b, c, d) => [a, b, c, d];\n',
    'no-restricted-syntax',
  ],
  [
    'a function of 41 lines',
    `${PLUGIN}a.ts`,
    `export function f() {\n${lines(39)}}\n`.replace('}', 'work();\n}'),
    'max-lines-per-function',
  ],
  ['a file of 401 lines', `${PLUGIN}a.ts`, lines(401), 'max-lines'],
  [
    'a mock of Backstage',
    `${PLUGIN}a.test.ts`,
    "jest.mock('@backstage/config');\n",
    'no-restricted-syntax',
  ],
  [
    'Material UI',
    `${WEB}a.tsx`,
    "import { Box } from '@material-ui/core';\n\nexport const b = Box;\n",
    'no-restricted-imports',
  ],
  [
    'an inline style',
    `${WEB}a.tsx`,
    'export const a = <p style={{ margin: 0 }}>x</p>;\n',
    'react/forbid-dom-props',
  ],
  [
    'a word that no translation reaches',
    `${WEB}a.tsx`,
    'export const a = <p>Hello</p>;\n',
    'react/jsx-no-literals',
  ],
  [
    'a default export of a component',
    `${WEB}a.tsx`,
    'export default function A() {\n  return <p>x</p>;\n}\n',
    'import/no-default-export',
  ],
];

for (const [name, file, text, rule] of FAULTS) {
  test(`reports ${name}`, async () => {
    assert.ok((await rulesBrokenBy(file, text)).includes(rule));
  });
}

const SOUND = [
  [
    'a callback with the parameters that its caller gives',
    `${PLUGIN}a.ts`,
    'export const a = [].reduce((b, c, d, e) => [b, c, d, e]);\n',
  ],
  [
    'an error that ends the start',
    `${PLUGIN}startGuard.ts`,
    "export function assertSafe() {\n  throw new Error('x');\n}\n",
  ],
  [
    'the default export of a plugin',
    `${PLUGIN}index.ts`,
    "export { a as default } from './a';\n",
  ],
  [
    'long test suites',
    `${PLUGIN}a.test.ts`,
    `describe('a', () => {\n${lines(50)}});\n`,
  ],
];

for (const [name, file, text] of SOUND) {
  test(`accepts ${name}`, async () => {
    assert.deepEqual(await rulesBrokenBy(file, text), []);
  });
}
