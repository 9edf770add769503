import { findPage } from './links';

const LINK =
  '<https://api.github.com/organizations/1/repos?per_page=100&page=2>; rel="next", <https://api.github.com/organizations/1/repos?per_page=100&page=7>; rel="last"';

describe('A Link header', () => {
  it('names the parameters of other pages', () => {
    expect(findPage(LINK, 'next')).toEqual({ per_page: '100', page: '2' });
    expect(findPage(LINK, 'last')).toEqual({ per_page: '100', page: '7' });
  });

  it('may name none', () => {
    expect(findPage(undefined, 'next')).toBeUndefined();
    expect(findPage('<https://x.example/?page=1>; rel="prev"', 'next')).toBe(
      undefined,
    );
  });
});
