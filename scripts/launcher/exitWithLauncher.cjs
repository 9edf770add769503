/*
 * Preloaded into the Node programs of the launcher: ends them, with their children, when the launcher is gone.
 * The launcher holds the other end of file descriptor 3 and says nothing; a launcher that is killed cannot tell, but its end closes.
 */
const { Socket } = require('node:net');

/** As long as the launcher itself gives a program to end. */
const GRACE_MS = 10_000;

if (process.env.GROUNDWORK_LIFELINE) {
  // A child of this program has another file descriptor 3, or none.
  delete process.env.GROUNDWORK_LIFELINE;
  // What nobody reads any more must not become an error, which would be logged, which would become an error.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});

  const lifeline = new Socket({ fd: 3, readable: true, writable: false });
  lifeline.on('error', () => {});
  lifeline.on('close', end);
  lifeline.resume();
  lifeline.unref();
}

function end() {
  setTimeout(() => signal('SIGKILL'), GRACE_MS).unref();
  signal('SIGTERM');
}

function signal(name) {
  try {
    process.kill(-process.pid, name);
  } catch {
    process.kill(process.pid, name);
  }
}
