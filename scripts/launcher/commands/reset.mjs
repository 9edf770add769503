import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { requireOk } from '../finding.mjs';
import { requireStopped } from '../instance.mjs';
import { Problem } from '../problem.mjs';
import { inspectStateDirectory } from '../stateDirectory.mjs';
import { timestamp } from '../timestamp.mjs';

/** What users made: databases, documentation sites, files of running tasks, Git repositories. */
const DATA = ['db', 'docs', 'work', 'git'];

/** Sets the local data aside, so that the next start begins with the example organisation again. */
export async function run(context, { options }) {
  const { paths, output } = context;
  const present = DATA.filter(name => existsSync(join(paths.var, name)));
  if (present.length > 0) {
    requireOk(inspectStateDirectory(context));
  }
  await requireStopped(context);
  if (present.length === 0 && !(options.purge && existsSync(paths.trash))) {
    output.line('There is no local data: nothing to reset.');
    return 0;
  }
  if (
    !options.yes &&
    !(await confirm(context, describePlan(present, options)))
  ) {
    output.line('Nothing was changed.');
    return 1;
  }
  await requireStopped(context);
  if (present.length > 0) {
    setAside(context, present);
  }
  if (options.purge) {
    rmSync(paths.trash, { recursive: true, force: true });
    output.line('Deleted var/trash.');
  }
  return 0;
}

function describePlan(present, { purge }) {
  const data = present.map(name => `var/${name}`).join(', ');
  const steps = [
    data && `move ${data} to var/trash`,
    purge && 'delete var/trash for ever',
  ].filter(Boolean);
  return `This will ${steps.join(', then ')}.`;
}

function setAside({ root, paths, output }, present) {
  const target = join(paths.trash, timestamp());
  mkdirSync(target, { recursive: true });
  for (const name of present) {
    renameSync(join(paths.var, name), join(target, name));
  }
  const shown = relative(root, target);
  output.line(
    `Moved ${present.map(name => `var/${name}`).join(', ')} to ${shown}/.`,
  );
  output.line(
    `To take it back: stop the portal, remove those directories from var/, and run: mv ${shown}/* var/`,
  );
}

async function confirm({ output, signal }, plan) {
  output.line(plan);
  if (!process.stdin.isTTY) {
    throw new Problem(
      'reset asks before it acts, and there is no terminal to ask on.',
      'Confirm with: ./groundwork reset --yes',
    );
  }
  const terminal = createInterface({
    input: process.stdin,
    output: process.stdout,
  });
  try {
    const answer = await terminal.question('Go on? [y/N] ', { signal });
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
