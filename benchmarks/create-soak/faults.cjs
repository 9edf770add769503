/*
 * Loaded into the portal before everything else. A line on its standard input arms it, and it counts what the process asks of
 * the disk and of Git; at the chosen count it kills the process, fills the disk for a moment, or makes Git fail.
 */
const childProcess = require('node:child_process');
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const { isMainThread } = require('node:worker_threads');

/** A full disk fails more than one write. */
const FULL_DISK_WRITES = 5;

let fault;
let count = 0;
let left = 0;

// Worker threads load this file, too.
if (isMainThread) {
  process.stdin.on('data', line => {
    ({ fault, after: left } = JSON.parse(line));
    count = fault === 'full-disk' ? FULL_DISK_WRITES : 1;
  });
  process.stdin.unref();
}

/** Whether the fault strikes this time. */
function strikes(kinds) {
  if (!kinds.includes(fault)) {
    return false;
  }
  left -= 1;
  if (left > 0) {
    return false;
  }
  count -= 1;
  const struck = fault;
  if (count <= 0) {
    fault = undefined;
  }
  // Before the process can die.
  fs.writeSync(process.stderr.fd, `The fault ${struck} strikes\n`);
  return true;
}

function dieIfItIsTime() {
  if (strikes(['kill'])) {
    process.kill(process.pid, 'SIGKILL');
  }
}

function noSpace() {
  return Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    errno: -28,
  });
}

const { writeFile } = fs.promises;
fs.promises.writeFile = async (file, data, ...rest) => {
  dieIfItIsTime();
  if (strikes(['full-disk'])) {
    // What a full disk leaves: the beginning.
    await writeFile(file, String(data).slice(0, 7), ...rest);
    throw noSpace();
  }
  return writeFile(file, data, ...rest);
};

const writeFileWithCallback = fs.writeFile;
fs.writeFile = (file, data, ...rest) => {
  dieIfItIsTime();
  if (strikes(['full-disk'])) {
    const done = rest.pop();
    writeFileWithCallback(file, String(data).slice(0, 7), ...rest, () =>
      done(noSpace()),
    );
    return;
  }
  writeFileWithCallback(file, data, ...rest);
};

for (const name of ['rename', 'mkdir', 'rm']) {
  const original = fs.promises[name];
  fs.promises[name] = async (...args) => {
    dieIfItIsTime();
    return original(...args);
  };
}

const { spawn } = childProcess;
childProcess.spawn = (command, args, ...rest) => {
  if (command === 'git' && strikes(['git'])) {
    return spawn(command, ['refused-by-the-soak'], ...rest);
  }
  const child = spawn(command, args, ...rest);
  dieIfItIsTime();
  return child;
};

syncBuiltinESMExports();
