import { findMoves } from './findMoves';

const record = (path: string, title: string, blob?: string) => ({
  path,
  title,
  blob,
});

describe('findMoves', () => {
  it('finds a record with the same content, then as Git says, then by its title', () => {
    expect(
      findMoves(
        [record('a', 'A', '1'), record('b', 'B', '2'), record('c', 'C', '3')],
        [record('x', 'X', '1'), record('y', 'Y', '4'), record('z', 'c!', '5')],
        {
          files: [
            {
              path: 'y',
              oldPath: 'b',
              status: 'renamed',
              additions: 1,
              deletions: 1,
              isBinary: false,
            },
          ],
        },
      ),
    ).toEqual([
      { oldPath: 'a', newPath: 'x' },
      { oldPath: 'b', newPath: 'y' },
      { oldPath: 'c', newPath: 'z' },
    ]);
  });

  it('does not guess between two', () => {
    expect(
      findMoves(
        [record('a', 'Same')],
        [record('x', 'Same'), record('y', 'Same')],
      ),
    ).toEqual([]);
  });

  it('leaves alone what is still there', () => {
    expect(
      findMoves(
        [record('a', 'A', '1')],
        [record('a', 'A', '1'), record('b', 'A', '1')],
      ),
    ).toEqual([]);
  });
});
