/** Without a terminal to redraw, a line every 10 s shows that work goes on without flooding a CI log. */
const PLAIN_PROGRESS_MS = 10_000;
const TERMINAL_PROGRESS_MS = 250;

/** Writes to the user: plain lines, errors, and one line of progress for a long step. */
export function createOutput(stdout, stderr) {
  let timer;
  const eraseProgress = () => {
    if (timer && stdout.isTTY) {
      stdout.write('\r\u001b[K');
    }
  };
  const endProgress = () => {
    eraseProgress();
    clearInterval(timer);
    timer = undefined;
  };

  return {
    isTerminal: Boolean(stdout.isTTY),
    line: (text = '') => {
      eraseProgress();
      stdout.write(`${text}\n`);
    },
    error: text => {
      eraseProgress();
      stderr.write(`${text}\n`);
    },
    endProgress,
    /** Shows `title` with the seconds since now, and the detail last given to `update`, until `done` is called. */
    startProgress: title => {
      endProgress();
      const progress = createProgress(stdout, title);
      timer = progress.timer;
      return {
        update: progress.update,
        done: result => {
          endProgress();
          progress.finish(result);
        },
      };
    },
  };
}

function createProgress(stdout, title) {
  const started = Date.now();
  let detail = '';
  const draw = () => {
    const text = `${title} ... ${seconds(started)} s ${detail}`.trimEnd();
    stdout.write(
      stdout.isTTY
        ? `\r\u001b[K${text.slice(0, (stdout.columns ?? 80) - 1)}`
        : `${text}\n`,
    );
  };
  stdout.write(stdout.isTTY ? title : `${title} ...\n`);
  const timer = setInterval(
    draw,
    stdout.isTTY ? TERMINAL_PROGRESS_MS : PLAIN_PROGRESS_MS,
  );
  // A step that failed must not keep the launcher alive.
  timer.unref();
  return {
    timer,
    update: text => {
      detail = text;
    },
    finish: (result = 'done') =>
      stdout.write(`${title} ... ${result} (${seconds(started)} s)\n`),
  };
}

function seconds(since) {
  return Math.round((Date.now() - since) / 1000);
}
