import type { DecisionReference, ParsedDecision } from '../model/Decision';
import { baseNameOf, directoryOf } from '../parse/fileName';
import { readHeading } from '../parse/title';
import { joinPath, seriesOf } from './paths';

/** What records are found by. */
export type IndexedRecord = Pick<ParsedDecision, 'path' | 'number' | 'title'>;

/** Finds the records of one source that others refer to, by path, number, file name or title. */
export class RecordIndex<T extends IndexedRecord> {
  readonly #byPath = new Map<string, T>();
  readonly #byName = new Map<string, T[]>();
  readonly #byNumber = new Map<string, T[]>();

  static create<T extends IndexedRecord>(
    records: readonly T[],
  ): RecordIndex<T> {
    return new RecordIndex(records);
  }

  private constructor(records: readonly T[]) {
    for (const record of records) {
      this.#byPath.set(record.path, record);
      this.#add(this.#byName, nameKey(baseNameOf(record.path)), record);
      this.#add(this.#byName, nameKey(record.title), record);
      if (record.number !== undefined) {
        const series = seriesOf(record.path);
        this.#add(this.#byNumber, `${series}#${record.number}`, record);
        this.#add(this.#byNumber, `#${record.number}`, record);
      }
    }
  }

  get(path: string): T | undefined {
    return this.#byPath.get(path);
  }

  /** The record that a reference means; undefined when there is none, or more than one. */
  find(
    from: T,
    reference: Pick<DecisionReference, 'target' | 'label'>,
  ): T | undefined {
    const target = decode(reference.target.replace(/[?#].*$/, ''));
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) {
      return undefined;
    }
    const found = this.#findByPath(from, target);
    // Another directory may have a record of the same number or name, which is not the one that is meant.
    if (found || target.includes('..')) {
      return found;
    }
    const isHere = !target.replace(/^\.\//, '').includes('/');
    return (
      this.#findByName(from, target) ??
      (isHere ? this.#findByNumber(from, target) : undefined) ??
      (isHere && reference.label && looksLikeFile(target)
        ? this.#findByName(from, reference.label) ??
          this.#findByNumber(from, reference.label)
        : undefined)
    );
  }

  #findByPath(from: T, target: string) {
    const path = joinPath(directoryOf(from.path), target);
    return (
      this.#byPath.get(path) ??
      this.#byPath.get(`${path}.md`) ??
      this.#byPath.get(path.replace(/\.html?$/, '.md')) ??
      this.#byPath.get(`${path}/README.md`) ??
      this.#byPath.get(`${path}/index.md`) ??
      // Links of generators start at the root of the repository without saying so.
      (target.includes('/')
        ? this.#byPath.get(joinPath('', target))
        : undefined)
    );
  }

  #findByName(from: T, text: string) {
    const key = nameKey(baseNameOf(text.replace(/\/+$/, '')));
    return key ? only(this.#byName.get(key), from) : undefined;
  }

  #findByNumber(from: T, text: string) {
    const number = numberIn(text);
    if (number === undefined) return undefined;
    const near = this.#byNumber.get(`${seriesOf(from.path)}#${number}`);
    return near
      ? only(near, from)
      : only(this.#byNumber.get(`#${number}`), from);
  }

  #add(map: Map<string, T[]>, key: string, record: T): void {
    const records = map.get(key) ?? [];
    if (!records.includes(record)) map.set(key, [...records, record]);
  }
}

/** A record does not refer to itself; of several that remain none is meant for sure. */
function only<T>(records: T[] | undefined, from: T): T | undefined {
  const others = (records ?? []).filter(record => record !== from);
  return others.length === 1 && records?.length === 1 ? others[0] : undefined;
}

function nameKey(text: string): string {
  return text
    .replace(/\.(?:md|markdown|html?)$/i, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

function looksLikeFile(target: string): boolean {
  return /\.(?:md|markdown|html?)$/i.test(target) || !target.includes('.');
}

/** `ADR-0005`, `5`, `0005-use-queues.md`, `5. Use queues`. */
function numberIn(text: string): number | undefined {
  const named =
    /(?:^|[^\p{L}])(?:L?ADR|AD|DR|RFC)s?[-_\s#:]*(\d{1,5})\b/iu.exec(text);
  const bare = /^\s*#?0*(\d{1,5})\s*$/.exec(text);
  const file = /^(\d{1,5})[-_]/.exec(baseNameOf(text));
  const found = named?.[1] ?? bare?.[1] ?? file?.[1];
  return found === undefined ? readHeading(text).number : Number(found);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
