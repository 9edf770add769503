/**
 * Makes the ids of a page unique as Python-Markdown does: `name`, `name_1`, `name_2`; an empty one becomes `_1`.
 *
 * @remarks Remembers the last number per name, so that thousands of equal headings do not count from one each.
 */
export class UniqueIds {
  readonly #used: Set<string>;
  readonly #numbers = new Map<string, number>();

  static create(used: Iterable<string> = []): UniqueIds {
    return new UniqueIds(new Set(used));
  }

  private constructor(used: Set<string>) {
    this.#used = used;
  }

  take(wanted: string): string {
    let id = wanted;
    if (!id || this.#used.has(id)) {
      const counted = /^(.*)_(\d+)$/.exec(id);
      const name = counted ? counted[1] : id;
      let number = Math.max(
        counted ? Number(counted[2]) : 0,
        this.#numbers.get(name) ?? 0,
      );
      do {
        number += 1;
        id = `${name}_${number}`;
      } while (this.#used.has(id));
      this.#numbers.set(name, number);
    }
    this.#used.add(id);
    return id;
  }
}
