import { DecisionGraph } from '../folder/DecisionGraph';
import { readFolder } from '../folder/readFolder';
import { RULE_IDS, type RuleId } from '../model/Finding';
import { lintFolder, RULES } from './lintFolder';
import { DEFAULT_SETTINGS, readLintSettings } from './LintSettings';

const BODY = '\n## Context\n\nIt is so.\n\n## Decision\n\nWe do it.\n';

function record(fields: string, heading = '# Do it') {
  return `---\n${fields}\n---\n${heading}\n${BODY}`;
}

function lint(
  texts: Record<string, string>,
  options: { exists?: string[]; settings?: string } = {},
) {
  const records = readFolder(
    Object.entries(texts).map(([path, text]) => ({ path, text })),
  );
  return lintFolder({
    records,
    graph: DecisionGraph.create(records),
    exists: path => (options.exists ?? []).includes(path),
    today: '2026-03-31',
    settings: readLintSettings(options.settings ?? '').settings,
  });
}

function rulesOf(...args: Parameters<typeof lint>) {
  return lint(...args).map(({ rule, path, line }) => `${rule} ${path}:${line}`);
}

const GOOD = record('status: accepted\ndate: 2026-01-01');

describe('lintFolder', () => {
  it('finds nothing in a good record', () => {
    expect(lint({ '0001-a.md': GOOD })).toEqual([]);
  });

  it('has a rule for each name, and a remedy for each rule', () => {
    expect(RULES.map(({ id }) => id).sort()).toEqual([...RULE_IDS].sort());
    for (const { remedy } of RULES) expect(remedy).toMatch(/\.$/);
  });

  it.each<[RuleId, Record<string, string>, string[]]>([
    [
      'title-missing',
      {
        '0001-a.md': `---\nstatus: accepted\ndate: 2026-01-01\n---\n${BODY}`
          .replace('## Context', 'Context')
          .replace('## Decision', 'Decision'),
      },
      ['0001-a.md:1'],
    ],
    [
      'title-mismatch',
      {
        '0001-a.md': record('status: accepted\ndate: 2026-01-01', '# 2. Do it'),
      },
      ['0001-a.md:5'],
    ],
    [
      'status-missing',
      { '0001-a.md': record('date: 2026-01-01') },
      ['0001-a.md:4'],
    ],
    [
      'status-unknown',
      { '0001-a.md': record('status: someday\ndate: 2026-01-01') },
      ['0001-a.md:2'],
    ],
    [
      'date-missing',
      { '0001-a.md': record('status: accepted') },
      ['0001-a.md:4'],
    ],
    [
      'date-malformed',
      { '0001-a.md': record('status: accepted\ndate: 2026-02-30') },
      ['0001-a.md:3'],
    ],
    [
      'date-future',
      { '0001-a.md': record('status: accepted\ndate: 2026-04-02') },
      ['0001-a.md:3'],
    ],
    [
      'front-matter-invalid',
      {
        '0001-a.md': record(
          'status: accepted\ndate: 2026-01-01\ndecision-makers: @ada',
        ),
      },
      ['0001-a.md:4'],
    ],
    [
      'placeholder-left',
      { '0001-a.md': `${GOOD}\n* {title of option 1}\n` },
      ['0001-a.md:15'],
    ],
    [
      'section-missing',
      { '0001-a.md': GOOD.replace('## Context', '## Elsewhere') },
      ['0001-a.md:5'],
    ],
    ['record-too-large', { '0001-a.md': 'a'.repeat(400_001) }, ['0001-a.md:1']],
    [
      'number-duplicate',
      { '0001-a.md': GOOD, '0001-b.md': GOOD, 'sub/0001-c.md': GOOD },
      ['0001-a.md:5', '0001-b.md:5'],
    ],
    ['number-gap', { '0001-a.md': GOOD, '0004-b.md': GOOD }, ['0004-b.md:5']],
    [
      'link-dangling',
      {
        '0001-a.md': record('status: superseded by ADR-0009\ndate: 2026-01-01'),
      },
      ['0001-a.md:2'],
    ],
    [
      'link-broken',
      { '0001-a.md': `${GOOD}\nSee [it](../gone.md) and ![it](there.png).\n` },
      ['0001-a.md:15'],
    ],
    [
      'supersession-one-sided',
      {
        '0001-a.md': GOOD,
        '0002-b.md': record(
          'status: accepted\ndate: 2026-01-01\nsupersedes: [1]',
        ),
      },
      ['0001-a.md:2'],
    ],
    [
      'supersession-early',
      {
        '0001-a.md': record('status: superseded by ADR-2\ndate: 2026-01-01'),
        '0002-b.md': record(
          'status: proposed\ndate: 2026-03-30\nsupersedes: [1]',
        ),
      },
      ['0001-a.md:2'],
    ],
    [
      'supersession-cycle',
      {
        '0001-a.md': record(
          'status: superseded by ADR-2\ndate: 2026-01-01\nsupersedes: [2]',
        ),
        '0002-b.md': record(
          'status: superseded by ADR-1\ndate: 2026-01-01\nsupersedes: [1]',
        ),
      },
      ['0001-a.md:4'],
    ],
    [
      'successor-missing',
      { '0001-a.md': record('status: superseded\ndate: 2026-01-01') },
      ['0001-a.md:2'],
    ],
    [
      'proposal-stale',
      { '0001-a.md': record('status: proposed\ndate: 2026-02-28') },
      ['0001-a.md:2'],
    ],
    [
      'review-overdue',
      {
        '0001-a.md': record(
          'status: accepted\ndate: 2026-01-01\nreview-by: 2026-03-30',
        ),
      },
      ['0001-a.md:1'],
    ],
  ])('finds %s at its line', (rule, texts, places) => {
    expect(
      rulesOf(texts, { exists: ['there.png'] }).filter(found =>
        found.startsWith(rule),
      ),
    ).toEqual(places.map(place => `${rule} ${place}`));
  });

  it('asks for decision makers only where somebody wants it', () => {
    expect(rulesOf({ '0001-a.md': GOOD })).toEqual([]);
    expect(
      rulesOf(
        { '0001-a.md': GOOD },
        { settings: 'rules:\n  decision-makers-missing: error\n' },
      ),
    ).toEqual(['decision-makers-missing 0001-a.md:5']);
  });

  it('accepts a proposal of thirty days and the date of somebody who is a day ahead', () => {
    expect(
      lint({
        '0001-a.md': record('status: proposed\ndate: 2026-03-01'),
        '0002-b.md': record('status: accepted\ndate: 2026-04-01'),
      }),
    ).toEqual([]);
  });

  it('lets a proposal wait while the decision that it would replace is in force', () => {
    expect(
      rulesOf({
        '0001-a.md': GOOD,
        '0002-b.md': record(
          'status: proposed\ndate: 2026-03-30\nsupersedes: [1]',
        ),
      }),
    ).toEqual([]);
  });

  it('asks the successor to say so, too', () => {
    const [finding] = lint({
      '0001-a.md': record('status: superseded by ADR-2\ndate: 2026-01-01'),
      '0002-b.md': GOOD,
    });
    expect(finding).toMatchObject({
      rule: 'supersession-one-sided',
      path: '0002-b.md',
      remedy: expect.stringContaining('0001-a.md'),
    });
  });

  it('does not call a link broken that nobody can look up', () => {
    const records = readFolder([
      { path: '0001-a.md', text: `${GOOD}\n[it](../../other/x.md)\n` },
    ]);
    expect(
      lintFolder({
        records,
        graph: DecisionGraph.create(records),
        exists: () => undefined,
        today: '2026-03-31',
        settings: DEFAULT_SETTINGS,
      }),
    ).toEqual([]);
  });
});

describe('readLintSettings', () => {
  it('takes severities and the time that a proposal may wait', () => {
    expect(
      readLintSettings('proposedDays: 60\nrules:\n  number-gap: off\n')
        .settings,
    ).toEqual({
      proposedDays: 60,
      rules: { 'decision-makers-missing': 'off', 'number-gap': 'off' },
    });
  });

  it.each([
    ['rules:\n  no-such-rule: error\n', /no-such-rule/],
    ['rules:\n  number-gap: loud\n', /error, warning, info or off/],
    ['proposedDays: soon\n', /proposedDays/],
    ['a: [\n', /not YAML/],
  ])('names what it does not understand in %j', (text, problem) => {
    const { settings, problems } = readLintSettings(text);
    expect(problems).toEqual([expect.stringMatching(problem)]);
    expect(settings).toEqual(DEFAULT_SETTINGS);
  });
});
