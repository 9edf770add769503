import { parseDiff } from 'react-diff-view';
import { formatAgo } from '../components/Ago';
import { diffTexts } from '../pages/edit/diffTexts';
import { openAtFirst } from './DiffView';

describe('diffTexts', () => {
  it('tells the difference as a patch that can be shown', () => {
    const { files } = diffTexts({
      path: 'a b',
      before: 'x\ny\n',
      after: 'x\n',
    });
    expect(files[0]).toMatchObject({ additions: 0, deletions: 1 });
    const [parsed] = parseDiff(files[0].patch ?? '');
    expect(parsed.hunks[0].changes.map(({ type }) => type)).toEqual([
      'normal',
      'delete',
    ]);
  });

  it('has no files when nothing differs', () => {
    expect(diffTexts({ path: 'a', before: 'x', after: 'x' }).files).toEqual([]);
  });
});

describe('openAtFirst', () => {
  it('leaves what follows a huge file folded', () => {
    const file = (path: string, additions: number) => ({
      path,
      additions,
      deletions: 0,
      status: 'added' as const,
      isBinary: false,
    });
    const open = openAtFirst([file('a', 10), file('b', 9_000), file('c', 1)]);
    expect([...open]).toEqual(['a']);
  });
});

describe('formatAgo', () => {
  it.each([
    ['2026-01-01T00:00:00Z', 'yesterday'],
    ['2026-01-01T22:00:00Z', '2 hours ago'],
    ['2026-01-02T00:00:00Z', 'now'],
    ['2026-01-31T00:00:00Z', 'in 4 weeks'],
  ])('words %s', (at, words) => {
    const now = new Date('2026-01-02T00:00:00Z');
    expect(formatAgo(new Date(at), now, 'en')).toBe(words);
  });
});
