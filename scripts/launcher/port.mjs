import { createServer } from 'node:net';
import { ok, wrong } from './finding.mjs';
import { findPortOwner } from './portOwner.mjs';

/** Browsers resolve `localhost` to either address, so the portal must own the port on both. */
const LOOPBACK = ['127.0.0.1', '::1'];
const LAST_PORT = 65535;
const SUGGESTIONS = 100;
/** Where the portal listens unless it is told otherwise. */
export const DEFAULT_PORT = 7007;

/** Checks that the portal can listen on a port; names the program that holds it otherwise. */
export async function inspectPort(
  context,
  port,
  { command = 'start', option = '--port' } = {},
) {
  const name = `port ${port}`;
  const state = await probePort(port);
  if (state === 'free') {
    return ok(name, 'free');
  }
  if (state === 'forbidden') {
    return wrong(
      name,
      `Port ${port} is reserved by the system for privileged programs.`,
      { remedy: `Use ${await suggestPort(DEFAULT_PORT, { command, option })}` },
    );
  }
  const owner = await findPortOwner(context, port);
  const another = await suggestPort(port + 1, { command, option });
  return wrong(
    name,
    `Port ${port} is taken by ${owner ?? 'another program'}.`,
    {
      remedy: owner ? `Stop that program, or use ${another}` : `Use ${another}`,
    },
  );
}

async function suggestPort(from, { command, option }) {
  const free =
    (await findFreePort(from)) ?? (await findFreePort(DEFAULT_PORT)) ?? 'N';
  return `another port: ./groundwork ${command} ${option} ${free}`;
}

/** Finds the first port from `from` upwards on which a server can listen. */
export async function findFreePort(from) {
  for (
    let port = from;
    port < from + SUGGESTIONS && port <= LAST_PORT;
    port++
  ) {
    if ((await probePort(port)) === 'free') {
      return port;
    }
  }
  return undefined;
}

async function probePort(port) {
  const states = await Promise.all(
    LOOPBACK.map(host => probeAddress(host, port)),
  );
  return states.find(state => state !== 'free') ?? 'free';
}

function probeAddress(host, port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', error => {
      if (error.code === 'EADDRINUSE') {
        resolve('taken');
      } else if (error.code === 'EACCES') {
        resolve('forbidden');
      } else if (
        error.code === 'EADDRNOTAVAIL' ||
        error.code === 'EAFNOSUPPORT'
      ) {
        // A machine without IPv6 has no ::1 that another program could hold.
        resolve('free');
      } else {
        reject(error);
      }
    });
    server.listen({ host, port, exclusive: true }, () =>
      server.close(() => resolve('free')),
    );
  });
}
