import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repository } from './lib/fixture.mjs';
import { checkTsdoc } from './tsdoc.mjs';

function findings(t, text, file = 'plugins/x/src/a.ts') {
  return checkTsdoc(repository(t, { [file]: text }));
}

const SOUND = [
  ['a documented export', '/** Adds. */\nexport const add = 1;\n'],
  ['what is not exported', 'const add = 1;\n'],
  ['a list of exports', "export { add } from './add';\n"],
];

for (const [name, text] of SOUND) {
  test(`accepts ${name}`, t => {
    assert.deepEqual(findings(t, text), []);
  });
}

test('leaves tests alone', t => {
  const text = 'export const add = 1;\n';
  assert.deepEqual(findings(t, text, 'plugins/x/src/a.test.ts'), []);
});

const FAULTS = [
  ['a constant', 'export const add = 1;\n', /exports 'add'/],
  ['a function', '// Adds.\nexport function add() {}\n', /exports 'add'/],
  ['a type', 'export type Sum = number;\n', /exports 'Sum'/],
  ['the default export', 'export default 1;\n', /exports its default/],
];

for (const [name, text, expected] of FAULTS) {
  test(`reports ${name} without TSDoc`, t => {
    assert.match(findings(t, text)[0].message, expected);
  });
}

test('reports the line of the export', t => {
  const [{ line }] = findings(t, '\nexport const add = 1;\n');
  assert.equal(line, 2);
});
