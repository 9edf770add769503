import { InputError } from '@backstage/errors';
import type { Actor, FileEdit } from '@groundwork/plugin-forge-node';
import { checkRefName, checkWritablePath } from '../names';
import { cleanSignature } from '../signatures';
import { formatMessage } from '../writeCommit';
import type { History, HistoryCommit, HistoryTag } from './History';
import { SourceDirectory, type SourceFile } from './SourceDirectory';

/** How a history is written. */
export interface HistoryStreamOptions {
  /** The full name of the branch. */
  branch: string;
  /** The bytes that all files together may have. */
  maxBytes: number;
}

/** Writes a history in the language of git-fast-import(1). */
export class HistoryStream {
  readonly #history: History;
  readonly #options: HistoryStreamOptions;
  #bytes = 0;

  static create(
    history: History,
    options: HistoryStreamOptions,
  ): HistoryStream {
    return new HistoryStream(history, options);
  }

  private constructor(history: History, options: HistoryStreamOptions) {
    this.#history = history;
    this.#options = options;
  }

  /** The whole history, read from its directories as it goes. */
  async *read(): AsyncGenerator<Buffer | string> {
    yield 'feature done\n';
    for (const [index, commit] of this.#history.commits.entries()) {
      yield* this.#readCommit(commit, index);
    }
    for (const tag of this.#history.tags ?? []) {
      yield* this.#readTag(tag);
    }
    yield 'done\n';
  }

  async *#readCommit(
    commit: HistoryCommit,
    index: number,
  ): AsyncGenerator<Buffer | string> {
    const person = formatPerson(commit);
    yield `commit ${this.#options.branch}\nmark :${index + 1}\n`;
    yield `author ${person}\ncommitter ${person}\n`;
    yield formatData(formatMessage(commit.message));
    if (index > 0) {
      yield `from :${index}\n`;
    }
    if (commit.directory !== undefined) {
      yield 'deleteall\n';
      const source = await SourceDirectory.open(commit.directory);
      for await (const file of source.read()) {
        yield* this.#readFile(file);
      }
    }
    for (const edit of commit.edits ?? []) {
      yield* this.#readEdit(edit);
    }
  }

  *#readEdit({
    path,
    content,
    isExecutable,
  }: FileEdit): Generator<Buffer | string> {
    const name = checkWritablePath(path);
    if (content === undefined) {
      yield `D ${quote(name)}\n`;
      return;
    }
    yield* this.#readFile({
      path: name,
      mode: isExecutable ? '100755' : '100644',
      content: Buffer.from(content),
    });
  }

  *#readFile({ path, mode, content }: SourceFile): Generator<Buffer | string> {
    this.#bytes += content.length;
    if (this.#bytes > this.#options.maxBytes) {
      throw new InputError(
        `The files are larger than the ${
          this.#options.maxBytes
        } bytes that forge.embedded.limits.pushBytes allows`,
      );
    }
    yield `M ${mode} inline ${quote(path)}\ndata ${content.length}\n`;
    yield content;
    yield '\n';
  }

  *#readTag({ name, commitIndex, message }: HistoryTag): Generator<string> {
    const commit = this.#history.commits[commitIndex];
    if (!commit) {
      throw new InputError(
        `The tag ${name} names commit ${commitIndex}, which the history does not have`,
      );
    }
    yield `tag ${checkRefName(name)}\n`;
    yield `from :${commitIndex + 1}\n`;
    yield `tagger ${formatPerson(commit)}\n`;
    yield formatData(formatMessage(message ?? name));
  }
}

function formatPerson({ actor, date }: { actor: Actor; date?: string }) {
  const { name, email } = cleanSignature(actor.signature);
  return `${name} <${email}> ${formatDate(date)}`;
}

/** Seconds and offset; an ISO date without an offset, or with `Z`, is in UTC. */
function formatDate(date: string | undefined): string {
  const time = date === undefined ? Date.now() : Date.parse(date);
  if (Number.isNaN(time)) {
    throw new InputError(`'${date}' is not a date`);
  }
  const offset = /([+-]\d\d):?(\d\d)$/.exec(date?.slice(10) ?? '');
  return `${Math.floor(time / 1000)} ${
    offset ? `${offset[1]}${offset[2]}` : '+0000'
  }`;
}

function formatData(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

/** Control characters and backslashes are refused before, so only the quote needs an escape. */
function quote(path: string): string {
  return `"${path.replaceAll('"', '\\"')}"`;
}
