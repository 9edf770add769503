import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTap } from './parseTap.mjs';
import { readReport as readBrowserReport } from './suites/e2e.mjs';
import { readResults } from './suites/templates.mjs';
import { readReport as readUnitReport } from './suites/unit.mjs';

const TAP = `TAP version 13
# Subtest: a group
    # Subtest: works
    ok 1 - works
      ---
      type: 'test'
      ...
    # Subtest: breaks
    not ok 2 - breaks
      ---
      type: 'test'
      error: 'type: suite'
      ...
    1..2
not ok 1 - a group
  ---
  type: 'suite'
  ...
# Subtest: waits
ok 2 - waits # SKIP needs a network
  ---
  type: 'test'
  ...
1..2
`;

test('counts tests, not groups, in a report of the Node runner', () => {
  assert.deepEqual(parseTap(TAP), {
    passed: 1,
    failures: ['breaks'],
    skips: [{ name: 'waits', reason: 'needs a network' }],
  });
});

function readUnit(testResults, options = {}) {
  const numPassedTests = testResults
    .flatMap(file => file.assertionResults)
    .filter(({ status }) => status === 'passed').length;
  return readUnitReport(
    { numPassedTests, testResults },
    { root: '/repository', code: 0, ...options },
  );
}

test('counts a test file that cannot be loaded as a failure', () => {
  const result = readUnit(
    [{ name: '/repository/a.test.ts', status: 'failed', assertionResults: [] }],
    { code: 1 },
  );
  assert.deepEqual(result.failures, ['a.test.ts does not run']);
});

test('gives the missing PostgreSQL as the reason of tests that need it', () => {
  const skipped = {
    status: 'pending',
    fullName: 'the store on PostgreSQL keeps rows',
  };
  const result = readUnit(
    [
      {
        name: '/repository/a.test.ts',
        status: 'passed',
        assertionResults: [skipped],
      },
    ],
    {
      missing: { postgres: 'PostgreSQL is not installed' },
    },
  );
  assert.deepEqual(result.skips, [
    {
      name: 'a.test.ts: the store on PostgreSQL keeps rows',
      reason: 'PostgreSQL is not installed',
    },
  ]);
});

test('fails when the runner failed although every test passed', () => {
  const passed = { status: 'passed', fullName: 'works' };
  const result = readUnit(
    [
      {
        name: '/repository/a.test.ts',
        status: 'passed',
        assertionResults: [passed],
      },
    ],
    { code: 1 },
  );
  assert.deepEqual(result.failures, ['the test runner ended with 1']);
});

test('reads nested groups and errors outside tests from a browser report', () => {
  const spec = (title, status, annotations = []) => ({
    title,
    tests: [{ status, annotations }],
  });
  const report = {
    suites: [
      {
        title: 'browse.spec.ts',
        specs: [spec('opens a service', 'expected')],
        suites: [
          {
            title: 'docs',
            specs: [
              spec('opens a page', 'unexpected'),
              spec('prints', 'skipped', [
                { type: 'skip', description: 'no printer' },
              ]),
            ],
          },
        ],
      },
    ],
    errors: [{ message: 'The portal did not start\nstack' }],
  };
  assert.deepEqual(readBrowserReport(report, 1), {
    passed: 1,
    failures: [
      'browse.spec.ts > docs > opens a page',
      'The portal did not start',
    ],
    skips: [{ name: 'browse.spec.ts > docs > prints', reason: 'no printer' }],
  });
});

test('sorts what the template kit reports', () => {
  assert.deepEqual(
    readResults([
      { name: 'library/full', status: 'passed', seconds: 11 },
      { name: 'library/minimal', status: 'failed', reason: 'types' },
      { name: 'the chart', status: 'skipped', reason: 'helm is not installed' },
    ]),
    {
      passed: 1,
      failures: ['library/minimal'],
      skips: [{ name: 'the chart', reason: 'helm is not installed' }],
    },
  );
});
