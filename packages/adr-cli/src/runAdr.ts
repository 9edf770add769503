import { isError } from '@backstage/errors';
import { bundle } from './commands/bundle';
import { lint } from './commands/lint';
import { show } from './commands/show';
import { EXIT, type Terminal } from './Terminal';

const USAGE = `adr show [directory] [--json]
  shows the decision records of a folder: title, status, date, people, links, findings

adr lint [directory ...] [--json] [--fail-on error|warning|info]
  checks them; without a directory, every folder of decisions below this one

adr bundle <file>
  writes this program into one file that runs wherever Node does, for a repository's own checks

Exit codes: 0 nothing to mend, 1 findings, 2 called wrongly`;

const COMMANDS: Record<
  string,
  (args: string[], terminal: Terminal) => Promise<number>
> = { show, lint, bundle };

/** Runs one command of the program and returns its exit code. */
export async function runAdr(
  args: string[],
  terminal: Terminal,
): Promise<number> {
  const [name, ...rest] = args;
  if (!name || name === 'help' || name === '--help') {
    terminal.print(USAGE);
    return name ? EXIT.ok : EXIT.usage;
  }
  if (!Object.hasOwn(COMMANDS, name)) {
    terminal.complain(`There is no command '${name}'.\n\n${USAGE}`);
    return EXIT.usage;
  }
  try {
    return await COMMANDS[name](rest, terminal);
  } catch (error) {
    terminal.complain(isError(error) ? error.message : String(error));
    return isMisuse(error) ? EXIT.usage : EXIT.findings;
  }
}

/** An argument that nobody knows, or one that names nothing. */
function isMisuse(error: unknown): boolean {
  return (
    isError(error) &&
    (error.name === 'InputError' ||
      String(error.code).startsWith('ERR_PARSE_ARGS'))
  );
}
