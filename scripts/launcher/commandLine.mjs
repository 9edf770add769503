import { UsageProblem } from './problem.mjs';

/** The commands with their options, in the order in which help lists them. */
export const COMMANDS = {
  start: {
    summary: 'prepare what is missing, then run the portal',
    options: { '--port': 'number' },
  },
  dev: {
    summary: 'run the portal with live reload, for work on its code',
    options: { '--port': 'number', '--app-port': 'number' },
  },
  test: {
    summary:
      'run every test, or the suites named: launcher static unit templates e2e',
    options: {},
    operands: ['launcher', 'static', 'unit', 'templates', 'e2e'],
  },
  build: {
    summary: 'build the frontend when its sources changed',
    options: {},
  },
  doctor: {
    summary: 'check everything the portal needs; --fix repairs it',
    options: { '--fix': 'flag', '--port': 'number' },
  },
  reset: {
    summary: 'set the local data aside and begin again',
    options: { '--yes': 'flag', '--purge': 'flag' },
  },
  help: { summary: 'show this', options: {} },
};

const HELP_WORDS = ['help', '--help', '-h'];

/** Parses the words after `./groundwork` into a command, its options and its operands. */
export function parseCommandLine(words) {
  const [command, ...rest] = words;
  if (
    command === undefined ||
    HELP_WORDS.includes(command) ||
    rest.some(word => HELP_WORDS.includes(word))
  ) {
    return {
      command: 'help',
      options: {},
      operands: [],
      isUnasked: command === undefined,
    };
  }
  const definition = Object.hasOwn(COMMANDS, command)
    ? COMMANDS[command]
    : undefined;
  if (!definition) {
    throw new UsageProblem(
      `There is no command '${command}'.`,
      `Commands: ${Object.keys(COMMANDS).join(
        ', ',
      )}. For more: ./groundwork help`,
    );
  }
  return { command, ...parseRest(command, definition, rest) };
}

function parseRest(command, definition, words) {
  const options = {};
  const operands = [];
  const queue = [...words];
  while (queue.length > 0) {
    const word = queue.shift();
    const [name, inlineValue] = splitOption(word);
    const kind = Object.hasOwn(definition.options, name)
      ? definition.options[name]
      : undefined;
    if (kind === 'number') {
      options[name.slice(2)] = parsePort(name, inlineValue ?? queue.shift());
    } else if (kind === 'flag' && inlineValue === undefined) {
      options[name.slice(2)] = true;
    } else if (definition.operands?.includes(word)) {
      operands.push(word);
    } else {
      throw new UsageProblem(
        `'${command}' does not know '${word}'.`,
        describeUsage(command, definition),
      );
    }
  }
  return { options, operands };
}

function splitOption(word) {
  const separator = word.startsWith('--') ? word.indexOf('=') : -1;
  return separator < 0
    ? [word, undefined]
    : [word.slice(0, separator), word.slice(separator + 1)];
}

function parsePort(name, value) {
  const port = Number(value);
  if (!/^\d+$/.test(value ?? '') || port < 1 || port > 65535) {
    throw new UsageProblem(
      `${name} needs a port number between 1 and 65535${
        value ? `, not '${value}'` : ''
      }.`,
      `For example: ${name} 7008`,
    );
  }
  return port;
}

function describeUsage(command, { options, operands }) {
  const known = [...Object.keys(options), ...(operands ?? [])];
  return known.length > 0
    ? `Known to './groundwork ${command}': ${known.join(', ')}.`
    : `'./groundwork ${command}' takes no options.`;
}
