import type { RenderedPage } from '../page/Page';

/** Remembers rendered pages up to a number of bytes; those that nobody has asked for the longest go first. */
export class PageCache {
  readonly #limit: number;
  readonly #entries = new Map<string, { page: RenderedPage; size: number }>();
  #size = 0;

  static create(limitBytes: number): PageCache {
    return new PageCache(limitBytes);
  }

  private constructor(limit: number) {
    this.#limit = limit;
  }

  /** Gives those of the pages that are known. */
  find(keys: string[]): Map<string, RenderedPage> {
    const found = new Map<string, RenderedPage>();
    for (const key of keys) {
      const entry = this.#entries.get(key);
      if (entry) {
        this.#entries.delete(key);
        this.#entries.set(key, entry);
        found.set(key, entry.page);
      }
    }
    return found;
  }

  keep(key: string, page: RenderedPage): void {
    const size = measure(page);
    this.#forget(key);
    if (size > this.#limit) {
      return;
    }
    this.#entries.set(key, { page, size });
    this.#size += size;
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= this.#limit) {
        break;
      }
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    this.#size -= this.#entries.get(key)?.size ?? 0;
    this.#entries.delete(key);
  }
}

/** What a link takes beside its address. */
const REFERENCE_BYTES = 200;

/** Strings take up to two bytes a character; the rest of a page is small beside its texts and links. */
function measure({
  html,
  sections,
  references,
  anchors,
}: RenderedPage): number {
  const texts = sections.reduce(
    (sum, { id, title, text }) => sum + id.length + title.length + text.length,
    html.length,
  );
  const links = references.reduce(
    (sum, { written, href }) =>
      sum + written.length + href.length + REFERENCE_BYTES,
    0,
  );
  const names = anchors.reduce((sum, anchor) => sum + anchor.length, 0);
  return 2 * (texts + links + names);
}
