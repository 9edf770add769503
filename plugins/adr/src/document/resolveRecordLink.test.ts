import { resolveRecordLink, type RecordPlace } from './resolveRecordLink';

const place: RecordPlace = {
  source: 'acme/orders',
  path: 'docs/adr/0002-drop-queues.md',
  links: [{ source: 'acme/orders', path: 'docs/adr/0001-Use-Queues.md' }],
  sections: [{ level: 2, title: 'Decision Outcome', line: 9 }],
  viewUrl: '/forge/acme/orders/-/blob/main/docs/adr/0002-drop-queues.md',
};

describe('links of a record', () => {
  it.each([
    [
      '0001-Use-Queues.md',
      '/decisions/acme/orders/-/docs/adr/0001-Use-Queues.md',
    ],
    ['#decision-outcome', '#section-9'],
    ['../../src/a%20b.ts', '/forge/acme/orders/-/blob/main/src/a%20b.ts'],
    ['https://example.com/x', 'https://example.com/x'],
    ['mailto:dana@example.com', 'mailto:dana@example.com'],
  ])('%s leads to %s', (link, href) => {
    expect(resolveRecordLink(link, place)?.href).toBe(href);
  });

  it.each([
    ['javascript', 'alert(1)'].join(':'),
    ['JavaScript', 'alert(1)'].join(':'),
    'data:text/html,x',
    'file:///etc/passwd',
    '//tracker.example',
    '../../../etc/passwd',
    '#nowhere',
    '%E0%A4%A',
  ])('%s leads nowhere', link => {
    expect(resolveRecordLink(link, place)).toBeUndefined();
  });

  it('keeps letter case, so that a link does not lead to another record', () => {
    expect(resolveRecordLink('0001-use-queues.md', place)?.href).toBe(
      '/forge/acme/orders/-/blob/main/docs/adr/0001-use-queues.md',
    );
  });
});
