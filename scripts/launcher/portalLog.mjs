import { readLogTail, stripAnsi } from './logFile.mjs';

const TAIL_LINES = 400;
const SHOWN_ERRORS = 8;
/** More kinds of error than this are better read in the log. */
const REMEMBERED_ERRORS = 200;

/** Backstage writes `<time> <plugin> <level> <message>` to a developer's log. */
const ERROR_LINE = /^\S+ \S+ error /;
/** A process that dies outside its logger leaves a bare stack trace. */
const UNCAUGHT_LINE = /^(?:\w*Error\b|Uncaught|node:internal|.*FATAL ERROR)/;

/** The portal answers "not yet" to whoever asks while it reads the catalog for the first time. */
const NOT_YET =
  / error Request failed with status 503 |is being built; try again/;
const SHOWN_LENGTH = 400;

/** Makes a function that shortens each kind of error line for the terminal once, and returns undefined for all other lines. */
export function createErrorFilter() {
  const seen = new Set();
  return line => {
    const text = stripAnsi(line);
    if (
      !ERROR_LINE.test(text) ||
      NOT_YET.test(text) ||
      seen.size >= REMEMBERED_ERRORS
    ) {
      return undefined;
    }
    const [message] = text
      .replace(/^\S+ /, '')
      .split(/ (?:type|errno|cause|stack)=/);
    const kind = message.replace(/\d+/g, '#');
    if (seen.has(kind)) {
      return undefined;
    }
    seen.add(kind);
    return message.slice(0, SHOWN_LENGTH);
  };
}

/** Picks the lines that tell why a portal ended: its last errors, or else its last words. */
export function readLastErrors(path) {
  const tail = readLogTail(path, TAIL_LINES);
  const filterError = createErrorFilter();
  const errors = tail
    .map(line => (UNCAUGHT_LINE.test(line) ? line : filterError(line)))
    .filter(Boolean);
  return (errors.length > 0 ? errors : tail).slice(-SHOWN_ERRORS);
}
