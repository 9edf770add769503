import {
  endingOf,
  splitLines,
  usualEnding,
  withoutEnding,
} from '../parse/lines';

const BOM = '\uFEFF';

/** Changes single lines of a text; every other line keeps its bytes, endings and all. */
export class TextEditor {
  readonly #bom: string;
  readonly #lines: string[];
  readonly #ending: string;

  static create(text: string): TextEditor {
    return new TextEditor(text);
  }

  private constructor(text: string) {
    this.#bom = text.startsWith(BOM) ? BOM : '';
    this.#lines = splitLines(text.slice(this.#bom.length));
    this.#ending = usualEnding(text);
  }

  /** A line without its ending; lines are counted from one. */
  line(number: number): string {
    return withoutEnding(this.#lines[number - 1] ?? '');
  }

  get lineCount(): number {
    return this.#lines.length;
  }

  replace(number: number, text: string): void {
    this.#lines[number - 1] = text + endingOf(this.#lines[number - 1] ?? '');
  }

  /** Adds lines in front of a line; behind the last one when there is no such line. */
  insertBefore(number: number, ...texts: string[]): void {
    const last = this.#lines.length - 1;
    if (
      number > this.#lines.length &&
      last >= 0 &&
      !endingOf(this.#lines[last])
    ) {
      this.#lines[last] += this.#ending;
    }
    this.#lines.splice(
      number - 1,
      0,
      ...texts.map(text => text + this.#ending),
    );
  }

  remove(number: number): void {
    this.#lines.splice(number - 1, 1);
  }

  toString(): string {
    return this.#bom + this.#lines.join('');
  }
}
