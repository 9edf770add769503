import {
  decisionPath,
  type DecisionSummary,
} from '@groundwork/plugin-adr-common';

/** What a feed is made of. */
export interface FeedContent {
  items: DecisionSummary[];
  /** Where the portal is, without a slash at the end. */
  appUrl: string;
  /** ISO 8601; for a feed without entries. */
  now: string;
}

const TITLE = 'Decisions';

/** A day begins at midnight UTC where a format wants a moment. */
function momentOf({ date }: DecisionSummary, now: string): string {
  return date ? `${date}T00:00:00Z` : now;
}

function summaryOf({
  status,
  entityRef,
  chosenOption,
}: DecisionSummary): string {
  return [
    `${status}, about ${entityRef}`,
    ...(chosenOption ? [`chosen: ${chosenOption}`] : []),
  ].join('; ');
}

function escapeXml(text: string): string {
  return (
    text
      // XML has no way to write these.
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

/** The feed as Atom (RFC 4287). */
export function writeAtom({ items, appUrl, now }: FeedContent): string {
  const entries = items.map(item => {
    const url = escapeXml(`${appUrl}${decisionPath(item)}`);
    return [
      '  <entry>',
      `    <id>urn:groundwork:decision:${item.id}</id>`,
      `    <title>${escapeXml(item.title)}</title>`,
      `    <link href="${url}"/>`,
      `    <updated>${momentOf(item, now)}</updated>`,
      `    <category term="${escapeXml(item.status)}"/>`,
      `    <summary>${escapeXml(summaryOf(item))}</summary>`,
      '  </entry>',
    ].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${escapeXml(appUrl)}/decisions</id>`,
    `  <title>${TITLE}</title>`,
    `  <link href="${escapeXml(appUrl)}/decisions"/>`,
    `  <author><name>${escapeXml(appUrl)}</name></author>`,
    `  <updated>${items[0] ? momentOf(items[0], now) : now}</updated>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

/** The feed as JSON Feed 1.1. */
export function writeJsonFeed({ items, appUrl, now }: FeedContent): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: TITLE,
    home_page_url: `${appUrl}/decisions`,
    items: items.map(item => ({
      id: `urn:groundwork:decision:${item.id}`,
      url: `${appUrl}${decisionPath(item)}`,
      title: item.title,
      content_text: summaryOf(item),
      date_modified: momentOf(item, now),
      tags: [item.status, ...item.tags],
    })),
  };
}
