/** What the first line of a code block says about it. */
export interface FenceInfo {
  language: string;
  title?: string;
  /** Number of the first line; absent where lines are not numbered. */
  firstLine?: number;
  /** Lines to point out, counted from one. */
  marked: Set<number>;
}

const LANGUAGE = /^\{?\s*\.?([\w#.+-]+)(?=[\s,}]|$)/;
const SETTING = /([A-Za-z_][\w-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))/g;
/** More is no listing but an attempt to fill the memory. */
const MAX_MARKED = 10_000;

/**
 * Reads `python title="app.py" linenums="1" hl_lines="2 4-6"`, `{ .python title="app.py" }` and `title="app.py"`.
 *
 * @remarks What is not understood is left out; the code is shown all the same.
 */
export function readFenceInfo(info: string, numbersLines: boolean): FenceInfo {
  const settings = new Map(
    [...info.matchAll(SETTING)].map(([, name, double, single, bare]) => [
      name,
      double ?? single ?? bare,
    ]),
  );
  const first = LANGUAGE.exec(info.trim())?.[1] ?? '';
  return {
    language: first.toLowerCase(),
    // Tabs made of code blocks had their titles there.
    title: settings.get('title') ?? settings.get('tab'),
    firstLine: readFirstLine(settings.get('linenums'), numbersLines),
    marked: readRanges(settings.get('hl_lines') ?? ''),
  };
}

/** `1`, or `1 2 3` for first line, step and emphasis, of which only the first matters here; `0` switches numbers off. */
function readFirstLine(
  written: string | undefined,
  numbersLines: boolean,
): number | undefined {
  const first = Number(/^\s*(\d{1,7})/.exec(written ?? '')?.[1] ?? NaN);
  if (Number.isNaN(first)) {
    return numbersLines ? 1 : undefined;
  }
  return first > 0 ? first : undefined;
}

/** `2 4-6` */
function readRanges(written: string): Set<number> {
  const lines = new Set<number>();
  for (const [, from, to] of written.matchAll(/(\d{1,7})(?:-(\d{1,7}))?/g)) {
    const last = Number(to ?? from);
    for (let line = Number(from); line <= last; line += 1) {
      if (lines.size >= MAX_MARKED) {
        return lines;
      }
      lines.add(line);
    }
  }
  return lines;
}
