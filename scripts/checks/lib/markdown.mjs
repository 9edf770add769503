/**
 * Lists the links and images of a Markdown text as `{ target, line }`, leaving code out.
 */
export function linksOf(text) {
  return proseLines(text).flatMap(({ text: prose, line }) =>
    [...targetsIn(prose.replace(/`[^`]*`/g, ''))].map(target => ({
      target,
      line,
    })),
  );
}

/**
 * How the places that show our Markdown make anchors: the docs site as Python-Markdown does, code hosts as GitHub does.
 */
const ANCHOR_STYLES = {
  site: {
    slug: text =>
      text
        .normalize('NFKD')
        .replace(/[^\w\s-]/g, '')
        .replace(/[-\s]+/g, '-'),
    repeat: '_',
  },
  host: {
    slug: text => text.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-'),
    repeat: '-',
  },
};

/** Lists the anchors that the headings of a Markdown text make, numbered where they repeat. */
export function anchorsOf(text, style) {
  const { slug, repeat } = ANCHOR_STYLES[style];
  const counts = new Map();
  return headingsOf(text).map(heading => {
    const anchor = slug(heading.toLowerCase());
    const count = counts.get(anchor) ?? 0;
    counts.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}${repeat}${count}`;
  });
}

function headingsOf(text) {
  return proseLines(text)
    .map(({ text: prose }) => /^#{1,6}\s+(.+?)\s*#*$/.exec(prose)?.[1])
    .filter(heading => heading !== undefined)
    .map(heading => heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').trim());
}

function* targetsIn(prose) {
  const inline = /\]\(\s*<?([^)\s>]+)>?(?:\s+["'][^)]*)?\)/g;
  const html = /<(?:img|source|a)\b[^>]*?\b(?:src|srcset|href)="([^"]+)"/g;
  for (const [, target] of prose.matchAll(inline)) yield target;
  for (const [, target] of prose.matchAll(html)) yield target;
  const definition = /^\s{0,3}\[[^\]^][^\]]*\]:\s+<?(\S+?)>?(\s|$)/.exec(prose);
  if (definition) yield definition[1];
}

function proseLines(text) {
  let fence;
  return text.split('\n').flatMap((line, index) => {
    const marker = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence) {
      if (marker?.startsWith(fence) && line.trim() === marker)
        fence = undefined;
      return [];
    }
    fence = marker;
    return marker ? [] : [{ text: line, line: index + 1 }];
  });
}
