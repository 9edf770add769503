import { createPage } from '../testing/createPage';
import { PageCache } from './PageCache';

const page = (html: string) => ({ ...createPage('a.md'), html });

describe('PageCache', () => {
  it('gives back what it keeps', () => {
    const cache = PageCache.create(1_000);
    cache.keep('a', page('A'));
    expect([...cache.find(['a', 'b']).keys()]).toEqual(['a']);
  });

  it('forgets what was asked for the longest ago', () => {
    const cache = PageCache.create(500);
    cache.keep('a', page('x'.repeat(100)));
    cache.keep('b', page('x'.repeat(100)));
    cache.find(['a']);
    cache.keep('c', page('x'.repeat(100)));
    expect([...cache.find(['a', 'b', 'c']).keys()]).toEqual(['a', 'c']);
  });

  it('does not keep a page that is larger than all it may hold', () => {
    const cache = PageCache.create(100);
    cache.keep('a', page('x'.repeat(1_000)));
    cache.keep('b', page('x'));
    expect([...cache.find(['a', 'b']).keys()]).toEqual(['b']);
  });
});
