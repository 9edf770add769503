import type { Finding } from '@groundwork/plugin-docs-report-common';
import { isOnPage } from './isOnPage';

const on = (page?: string): Finding => ({
  kind: 'broken-link',
  file: 'docs/a.md',
  page,
  message: 'x',
});

describe('isOnPage', () => {
  it.each([
    ['guides/setup/', 'guides/setup'],
    ['guides/setup/', 'guides/setup/'],
    ['guides/setup/', 'guides/setup/index.html'],
    ['f%C3%BCr%20alle/', 'für alle/'],
    ['', ''],
    ['', 'index.html'],
    ['flat.html', 'flat.html'],
  ])('knows the page %j by the address %j', (page, address) => {
    expect(isOnPage(on(page), address)).toBe(true);
  });

  it.each([
    ['guides/setup/', 'guides'],
    ['', 'guides'],
    [undefined, ''],
  ])('tells the page %j from the one at %j', (page, address) => {
    expect(isOnPage(on(page), address)).toBe(false);
  });
});
