import fc from 'fast-check';
import { parseDecision } from '../parse/parseDecision';
import { readHeading } from '../parse/title';
import { readCorpus } from '../testing/readCorpus';
import { addSupersedes } from './addSupersedes';
import { changeStatus } from './changeStatus';
import { DRAFT_FORMATS, type DecisionDraft } from './DecisionDraft';
import { linkTo, renumberedPath, slugOf, supersededBy } from './names';
import { renderDecision } from './renderDecision';
import { followRenumbering, renumberRecord } from './renumber';

/** The lines that differ, by number; both texts must have the same lines otherwise. */
function changedLines(before: string, after: string): number[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  return a.length === b.length
    ? a.flatMap((line, index) => (line === b[index] ? [] : [index + 1]))
    : [-1];
}

const { files } = readCorpus();
const changeable = files.filter(
  ({ path, text }) => parseDecision({ path, text }).statusText,
);

describe('changeStatus', () => {
  it.each(changeable.map(({ path, text }) => [path, text] as const))(
    'touches only the lines of status and date in %s',
    (path, text) => {
      const before = parseDecision({ path, text });
      const after = changeStatus(text, {
        status: 'deprecated',
        date: '2026-01-02',
      });
      const record = parseDecision({ path, text: after });
      const dated = text
        .split('\n')
        .findIndex(line => /^\W*date\b/i.test(line));
      const allowed = [before.statusLine, before.dateLine, dated + 1];
      expect(record.status).toBe('deprecated');
      expect(record.title).toBe(before.title);
      expect(allowed).toEqual(
        expect.arrayContaining(changedLines(text, after)),
      );
    },
  );

  it('moves the date where the form keeps that of the last change, and leaves that of Nygard alone', () => {
    const change = { status: 'accepted', date: '2026-01-02' };
    expect(
      changeStatus(
        '---\nstatus: proposed\ndate: 2025-01-01\n---\n# A\n',
        change,
      ),
    ).toBe('---\nstatus: accepted\ndate: 2026-01-02\n---\n# A\n');
    expect(
      changeStatus(
        '# 1. A\n\nDate: 2025-01-01\n\n## Status\n\nProposed\n\n## Context\n\nB\n\n## Decision\n\nC\n',
        change,
      ),
    ).toBe(
      '# 1. A\n\nDate: 2025-01-01\n\n## Status\n\nAccepted\n\n## Context\n\nB\n\n## Decision\n\nC\n',
    );
  });

  it.each([
    ['no status', '# A\n\nText\n', '---\nstatus: accepted\n---\n# A\n\nText\n'],
    [
      'front matter without a status',
      '---\ndate: 2024-01-01\n---\n# A\n',
      '---\ndate: 2024-01-01\nstatus: accepted\n---\n# A\n',
    ],
    [
      'a list without a status',
      '# A\n\n* Date: 2024-01-01\n',
      '# A\n\n* Status: accepted\n* Date: 2024-01-01\n',
    ],
    [
      'an empty section',
      '# A\n\n## Status\n\n## Context\n',
      '# A\n\n## Status\n\nAccepted\n\n## Context\n',
    ],
    [
      'status in front matter and section',
      '---\nstatus: Proposed\n---\n# A\n\n## Status\n\nProposed.\n',
      '---\nstatus: Accepted\n---\n# A\n\n## Status\n\nAccepted.\n',
    ],
    [
      'quotes and a comment',
      '---\nstatus: "proposed" # ask Ada\n---\n# A\n',
      '---\nstatus: "accepted" # ask Ada\n---\n# A\n',
    ],
    [
      'a comment of the template',
      '# A\n\n* Status: [proposed | accepted] <!-- optional -->\n',
      '# A\n\n* Status: accepted <!-- optional -->\n',
    ],
    [
      'bars on one line',
      '# A\n\n**Status:** Proposed | **Date:** 2024-08-01\n',
      '# A\n\n**Status:** Accepted | **Date:** 2024-08-01\n',
    ],
    [
      'a table',
      '# A\n\n| Status | Proposed |\n| ------ | -------- |\n',
      '# A\n\n| Status | Accepted |\n| ------ | -------- |\n',
    ],
    [
      'Windows endings',
      '# A\r\n\r\n## Status\r\n\r\nProposed\r\n',
      '# A\r\n\r\n## Status\r\n\r\nAccepted\r\n',
    ],
    [
      'a sentence behind the status',
      '# A\n\n## Status\n\nProposed. Ask Ada.\n',
      '# A\n\n## Status\n\nAccepted. Ask Ada.\n',
    ],
  ])('writes into a record with %s', (_what, before, after) => {
    expect(changeStatus(before, { status: 'accepted' })).toBe(after);
  });
});

const NEW = {
  path: 'docs/adr/0012-use-queues.md',
  number: 12,
  title: 'Use queues',
  format: 'madr-4' as const,
};

describe('links between records', () => {
  it('names a successor in the words of the form', () => {
    const old = {
      path: 'docs/adr/0003-use-mail.md',
      format: 'nygard' as const,
    };
    expect(supersededBy(NEW, old)).toBe(
      'superseded by [12. Use queues](0012-use-queues.md)',
    );
    expect(linkTo(NEW, { path: 'docs/adr/sub/x.md', format: 'madr-4' })).toBe(
      '[ADR-0012](../0012-use-queues.md)',
    );
  });

  it.each(files.map(({ path, text }) => [path, text] as const))(
    'lets %s say that it supersedes another record',
    (path, text) => {
      const target = { ...NEW, path: '0099-another.md', number: 99 };
      const after = parseDecision({
        path,
        text: addSupersedes(text, { path }, target),
      });
      const said = after.references.filter(
        ({ type, target: to }) => type === 'supersedes' && to.includes('0099'),
      );
      expect(said).not.toEqual([]);
      expect(after.title).toBe(parseDecision({ path, text }).title);
    },
  );
});

describe('renumbering', () => {
  it('changes heading and name, and notes the old number', () => {
    const record = { path: 'docs/adr/0012-use-queues.md', number: 12 };
    expect(renumberedPath(record.path, 13)).toBe('docs/adr/0013-use-queues.md');
    expect(renumberRecord('# 12. Use 12 queues\n\nText\n', record, 13)).toBe(
      '# 13. Use 12 queues\n\nText\n\nThis record had the number 0012 until another record of that number came first.\n',
    );
  });

  it('leads the links of others to the new name and leaves its namesake alone', () => {
    const record = { path: 'docs/adr/0012-use-queues.md', number: 12 };
    expect(
      followRenumbering(
        'See [ADR-0012](0012-use-queues.md) and [ADR-0012](0012-other.md).\n',
        record,
        13,
      ),
    ).toBe(
      'See [ADR-0013](0013-use-queues.md) and [ADR-0012](0012-other.md).\n',
    );
  });
});

const sentence = fc
  .stringMatching(/^[A-Za-zÀ-ž][A-Za-zÀ-ž0-9 ,'@:#()/-]{2,60}[A-Za-zÀ-ž]$/)
  .map(text => text.replace(/\s+/g, ' '));
const name = fc.stringMatching(/^@?[A-Z][a-zà-ž]{1,10}(?: [A-Z][a-z]{1,10})?$/);
const tag = fc.stringMatching(/^[a-z][a-z0-9-]{0,15}[a-z0-9]$/);

const draft: fc.Arbitrary<DecisionDraft> = fc.record({
  title: sentence.filter(
    text =>
      readHeading(text).title === text && !/^(adr|title|decision)/i.test(text),
  ),
  format: fc.constantFrom(...DRAFT_FORMATS),
  context: sentence,
  options: fc.uniqueArray(fc.record({ name: sentence }), {
    minLength: 2,
    maxLength: 4,
    selector: option => option.name,
  }),
  outcome: sentence,
  reason: fc.option(sentence, { nil: undefined }),
  consequences: fc.option(sentence, { nil: undefined }),
  decisionMakers: fc.uniqueArray(name, { maxLength: 3 }),
  consulted: fc.uniqueArray(name, { maxLength: 2 }),
  informed: fc.uniqueArray(name, { maxLength: 2 }),
  tags: fc.uniqueArray(tag, { maxLength: 3 }),
  affects: fc.constant([]),
});

describe('renderDecision', () => {
  it('writes what the parser reads back, in every form', () => {
    fc.assert(
      fc.property(draft, proposal => {
        const path = `docs/adr/0012-${slugOf(proposal.title)}.md`;
        const supersedes = [
          { ...NEW, path: 'docs/adr/0003-use-mail.md', number: 3 },
        ];
        const text = renderDecision(proposal, {
          path,
          number: 12,
          date: '2026-02-03',
          supersedes,
        });
        const record = parseDecision({ path, text });
        expect(record).toMatchObject({
          title: proposal.title,
          number: 12,
          status: 'proposed',
          date: '2026-02-03',
          decisionMakers: proposal.decisionMakers,
          consulted: proposal.consulted,
          informed: proposal.informed,
          tags: proposal.tags,
          options: proposal.options.map(option => option.name),
          problems: [],
        });
        expect(
          record.references.filter(({ type }) => type === 'supersedes'),
        ).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  it('does not let a text end its section', () => {
    const text = renderDecision(
      {
        title: 'Keep it',
        format: 'nygard',
        context: 'One.\n## Decision\nNot this.',
        options: [],
        outcome: 'We keep it.',
        decisionMakers: [],
        consulted: [],
        informed: [],
        tags: [],
        affects: [],
      },
      {
        path: '0001-keep-it.md',
        number: 1,
        date: '2026-02-03',
        supersedes: [],
      },
    );
    expect(parseDecision({ path: '0001-keep-it.md', text }).outcome).toBe(
      'We keep it.',
    );
  });
});
