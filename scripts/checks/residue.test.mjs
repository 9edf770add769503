import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repository } from './lib/fixture.mjs';
import { checkResidue } from './residue.mjs';

const FAULTS = [
  ['a phrase of a generator', 'README.md', '# Hi! Happy hacking!', /generator/],
  ['a TODO without an issue', 'packages/x/src/a.ts', '// TODO later', /TODO/],
  ['a directory of one machine', 'docs/a.md', 'See /home/kim/src/a', /machine/],
  [
    'a raw colour in a style sheet',
    'packages/app/src/a.css',
    'a { color: #fff; }',
    /raw colour/,
  ],
  [
    'a raw colour in code',
    'packages/app/src/a.tsx',
    "const c = '#a1b2c3';",
    /raw colour/,
  ],
  [
    'a mock of Backstage',
    'plugins/x/src/a.test.ts',
    "jest.mock('@backstage/config')",
    /mocks Backstage/,
  ],
  [
    'an inline style',
    'packages/app/src/a.tsx',
    '<p style={{ margin: 0 }} />',
    /inline style/,
  ],
  [
    'Material UI styles',
    'packages/app/src/a.tsx',
    'const useStyles = makeStyles({});',
    /Material UI/,
  ],
  [
    'a licence header',
    'plugins/x/src/a.ts',
    '// Copyright 2026 Acme',
    /licence header/,
  ],
  [
    'a test that is left out',
    'plugins/x/src/a.test.ts',
    "it.skip('adds', () => {})",
    /leaves tests out/,
  ],
  [
    'a file that is too long',
    'plugins/x/src/a.ts',
    'x();\n'.repeat(401),
    /at most 400/,
  ],
];

for (const [name, file, text, expected] of FAULTS) {
  test(`reports ${name}`, t => {
    const findings = checkResidue(repository(t, { [file]: text }));
    assert.equal(findings.length, 1, JSON.stringify(findings));
    assert.equal(findings[0].file, file);
    assert.match(findings[0].message, expected);
  });
}

const SOUND = {
  'a TODO with an issue': [
    'plugins/x/src/a.ts',
    '// TODO(#12) widen the range',
  ],
  'private fields that look like colours': [
    'plugins/x/src/a.ts',
    'this.#add = 1;',
  ],
  'links whose path holds a home page': [
    'docs/a.md',
    'https://example.com/home/kim/x',
  ],
  'raw colours where the tokens are': [
    'packages/ui/src/a.css',
    ':root { --a: #fff; }',
  ],
  'a mock of our own module': [
    'plugins/x/src/a.test.ts',
    "jest.mock('./clock')",
  ],
};

for (const [name, [file, text]] of Object.entries(SOUND)) {
  test(`accepts ${name}`, t => {
    assert.deepEqual(checkResidue(repository(t, { [file]: text })), []);
  });
}
