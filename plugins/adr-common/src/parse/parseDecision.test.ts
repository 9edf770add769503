import fc from 'fast-check';
import { DecisionGraph } from '../folder/DecisionGraph';
import { readFolder } from '../folder/readFolder';
import { lintFolder } from '../lint/lintFolder';
import { DEFAULT_SETTINGS } from '../lint/LintSettings';
import { changeStatus } from '../write/changeStatus';
import { MAX_RECORD_LENGTH, parseDecision } from './parseDecision';

/** Pieces that records and broken YAML are made of; strung together at random they are worse than what people write. */
const PIECES = [
  '---\n',
  '...\n',
  '# ',
  '## Status\n',
  '## Context\n',
  '\nstatus: ',
  'date: ',
  'accepted',
  'superseded by ',
  '[ADR-0001](0001-a.md)',
  '[x][y]',
  '{a: b',
  '- ',
  '  - ',
  '* Status: ',
  '| a | b |\n|---|---|\n',
  '\u0000',
  '\uFEFF',
  '\r\n',
  '\r',
  '\n\n',
  '```\n',
  '<!-- ',
  '-->',
  '&anchor *anchor ',
  '@handle',
  '!!binary ',
  '%YAML 1.2\n',
  '"',
  "'",
  '\\',
  '🙂',
  '>',
  '    ',
  '~~',
  '<div>',
];

const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 })), {
      maxLength: 60,
    })
    .map(pieces => pieces.join('')),
);

function lint(files: { path: string; text: string }[]) {
  const records = readFolder(files);
  return lintFolder({
    records,
    graph: DecisionGraph.create(records),
    exists: () => false,
    today: '2024-06-30',
    settings: DEFAULT_SETTINGS,
  });
}

describe('parseDecision', () => {
  it('reads any text without an error', () => {
    fc.assert(
      fc.property(hostileText, text => {
        const { title, status, date } = parseDecision({
          path: '0001-a.md',
          text,
        });
        expect(typeof title).toBe('string');
        expect(typeof status).toBe('string');
        expect(date ?? '2000-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads any front matter without an error', () => {
    fc.assert(
      fc.property(hostileText, text => {
        const matter = `---\n${text}\n---\n# Title\n`;
        expect(() =>
          parseDecision({ path: '0001-a.md', text: matter }),
        ).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });

  it('checks and changes any text without an error', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (one, other) => {
        const files = [
          { path: '0001-a.md', text: one },
          { path: '0002-b.md', text: other },
        ];
        for (const { line } of lint(files)) expect(line).toBeGreaterThan(0);
        expect(typeof changeStatus(one, { status: 'accepted' })).toBe('string');
      }),
      { numRuns: 1000 },
    );
  });

  it('does not read a file that is too large for a record', () => {
    const { problems, title } = parseDecision({
      path: '0004-very-long.md',
      text: `# Title\n${'a'.repeat(MAX_RECORD_LENGTH)}`,
    });
    expect(title).toBe('Very long');
    expect(problems.map(({ kind }) => kind)).toContain('too-large');
  });

  it.each([
    ['nested lists', `# A\n\n${'- '.repeat(5_000)}x`],
    ['nested quotes', `# A\n\n${'> '.repeat(5_000)}x`],
    ['open brackets', `# A\n\n${'['.repeat(20_000)}`],
    ['open emphasis', `# A\n\n${'*a'.repeat(20_000)}`],
    ['flow collections', `---\na: ${'['.repeat(5_000)}\n---\n# A`],
    ['aliases', `---\na: &a [x, x]\nb: ${'[*a, '.repeat(200)}\n---\n# A`],
    [
      'a long line of words',
      `# A\n\nStatus: ${'superseded by '.repeat(8_000)}`,
    ],
    [
      'a long table',
      `# A\n\n${'| a '.repeat(3_000)}|\n${'|---'.repeat(3_000)}|\n`,
    ],
    ['a line of spaces', `# A\n\nStatus:${' '.repeat(300_000)}x`],
    ['a text of brackets', `# A\n\n${`${'['.repeat(20_000)}\n\n`.repeat(18)}`],
  ])('reads %s without stopping for it', (_what, text) => {
    const start = performance.now();
    parseDecision({ path: '0001-a.md', text });
    // Far above what it takes on a busy machine, and far below what a quadratic pattern takes.
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
