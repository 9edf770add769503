import { InputError } from '@backstage/errors';
import {
  formatRepositoryName,
  type RepositoryName,
} from '@groundwork/plugin-forge-common';

/** Long enough for any name, short enough for every file system with a suffix. */
const MAX_SEGMENT_LENGTH = 64;

const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

/** Segments that the portal's own addresses use. */
const RESERVED = new Set(['api', '-']);

/** What Git uses for its own files, or cannot take as the end of a directory. */
const RESERVED_SUFFIX = /\.(git|lock|tmp|atom)$|\.$/i;

/** Refuses a namespace or repository name that could be mistaken for a path, an option or a file of Git. */
export function checkSegment(segment: string, what: string): string {
  const problem = findSegmentProblem(segment);
  if (problem) {
    throw new InputError(`${what} '${shorten(segment)}' ${problem}`);
  }
  return segment;
}

/**
 * Says what is wrong with a namespace or repository name.
 *
 * @returns the end of a sentence that begins with the name, or undefined
 */
export function findSegmentProblem(segment: string): string | undefined {
  if (segment.length > MAX_SEGMENT_LENGTH) {
    return `is longer than ${MAX_SEGMENT_LENGTH} characters`;
  }
  if (!SEGMENT.test(segment)) {
    return 'must begin with a letter, digit or underscore and have only letters, digits, dots, dashes and underscores';
  }
  if (segment.includes('..') || RESERVED_SUFFIX.test(segment)) {
    return 'must not contain two dots in a row, nor end in a dot, .git, .lock, .tmp or .atom';
  }
  return RESERVED.has(segment.toLowerCase()) ? 'is reserved' : undefined;
}

/** Refuses a name of which either segment is unfit. */
export function checkRepositoryName<T extends RepositoryName>(name: T): T {
  checkSegment(name.namespace, 'The namespace');
  checkSegment(name.name, 'The repository name');
  return name;
}

/** Refuses what Git would refuse as a branch or tag, and what could be an option or a revision expression. */
export function checkRefName(name: string): string {
  const isFit =
    name.length > 0 &&
    name.length <= 200 &&
    // The characters that git-check-ref-format(1) forbids, and everything that is not printable.
    /^[^\p{Cc} ~^:?*[\\]+$/u.test(name) &&
    !name.includes('..') &&
    !name.includes('@{') &&
    !name.includes('//') &&
    name !== '@' &&
    !/^[-/.]|[/.]$|\/\.|\.lock(\/|$)/.test(name);
  if (!isFit) {
    throw new InputError(
      `'${shorten(name)}' cannot be the name of a branch or tag`,
    );
  }
  return name;
}

/** The characters that HFS+ ignores in a name, so that `.g\u200cit` is `.git` there. */
const IGNORED_BY_HFS = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/** Refuses a path that could not be checked out everywhere: what Git itself refuses to stage, and control characters. */
export function checkWritablePath(path: string): string {
  const name = checkPath(path);
  const isFit =
    name !== '' &&
    !path.endsWith('/') &&
    !/[\p{Cc}\\]/u.test(name) &&
    name.split('/').every(part => !isGitDirectory(part));
  if (!isFit) {
    throw new InputError(`'${shorten(path)}' cannot be the path of a file`);
  }
  return name;
}

/** On Windows and macOS more names than one open `.git`. */
function isGitDirectory(part: string): boolean {
  const name = part
    .replace(IGNORED_BY_HFS, '')
    .replace(/:.*$/, '')
    .replace(/[ .]+$/, '')
    .toLowerCase();
  return name === '.git' || name === 'git~1';
}

/** Refuses a path that leads out of its repository or into Git's own files, and returns it without a closing slash. */
export function checkPath(path: string = ''): string {
  const trimmed = path.replace(/\/+$/, '');
  if (trimmed === '') {
    return '';
  }
  const isFit =
    trimmed.length <= 4096 &&
    !trimmed.includes('\0') &&
    trimmed
      .split('/')
      .every(
        part =>
          part !== '' &&
          part !== '.' &&
          part !== '..' &&
          part.length <= 255 &&
          part.toLowerCase() !== '.git',
      );
  if (!isFit) {
    throw new InputError(`'${shorten(path)}' is not a path in a repository`);
  }
  return trimmed;
}

/** Two names that differ in case only would be one directory on some disks. */
export function isSameName(a: RepositoryName, b: RepositoryName): boolean {
  return (
    formatRepositoryName(a).toLowerCase() ===
    formatRepositoryName(b).toLowerCase()
  );
}

function shorten(text: string): string {
  const shown = JSON.stringify(text).slice(1, -1);
  return shown.length > 80 ? `${shown.slice(0, 80)}…` : shown;
}
