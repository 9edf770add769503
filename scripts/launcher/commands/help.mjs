import { COMMANDS } from '../commandLine.mjs';

/** Lists the commands with their options. */
export async function run({ output }, { isUnasked }) {
  output.line('Usage: ./groundwork <command> [options]');
  output.line();
  for (const [name, { summary, options }] of Object.entries(COMMANDS)) {
    const shownOptions = Object.entries(options).map(([option, kind]) =>
      kind === 'number' ? `[${option} N]` : `[${option}]`,
    );
    output.line(`  ${[name, ...shownOptions].join(' ').padEnd(36)} ${summary}`);
  }
  output.line();
  output.line('To begin: ./groundwork start');
  return isUnasked ? 2 : 0;
}
