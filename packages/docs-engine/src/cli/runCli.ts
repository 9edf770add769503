import { stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { InputError, toError } from '@backstage/errors';
import { countFindings } from '@groundwork/plugin-docs-report-common';
import { checkSite } from '../site/checkSite';
import { FORMATS } from './formats';

const USAGE = `groundwork-docs check [directory] [--format ${[
  ...FORMATS.keys(),
].join('|')}]

Finds broken links, anchors and images, pages that nobody can come to, and what the portal's docs engine does not know, in the
directory of an mkdocs.yml. Ends with 0 when there is nothing to fix, with 1 when there is, and with 2 when the
directory cannot be read as docs or the command is not understood.`;

const CODES = { clean: 0, faulty: 1, failed: 2 } as const;

/** Checks docs from the command line, such as in the CI of a repository; answers with the exit code. */
export async function runCli(
  args: string[],
  print: (line: string) => void,
): Promise<number> {
  try {
    const { directory, format } = readArguments(args);
    await requireDirectory(directory);
    const report = await checkSite(path.resolve(directory));
    format(report, directory).forEach(print);
    return countFindings(report.counts) ? CODES.faulty : CODES.clean;
  } catch (error) {
    print(toError(error).message);
    return CODES.failed;
  }
}

function readArguments(args: string[]) {
  const { positionals, values } = parseCommandLine(args);
  const [command, directory = '.', ...more] = positionals;
  const format = FORMATS.get(values.format ?? 'text');
  if (command !== 'check' || more.length || !format) {
    throw new InputError(USAGE);
  }
  return { directory, format };
}

function parseCommandLine(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { format: { type: 'string' } },
    });
  } catch (error) {
    throw new InputError(`${toError(error).message}\n\n${USAGE}`);
  }
}

async function requireDirectory(directory: string): Promise<void> {
  const found = await stat(directory).catch(() => undefined);
  if (!found?.isDirectory()) {
    throw new InputError(
      `No directory '${directory}'; name the one that holds mkdocs.yml`,
    );
  }
}
