import { createServer } from 'node:net';

/** Finds a port that is free now, for a program under test. */
export async function pickPort() {
  const server = await listen(0);
  const { port } = server.address();
  await close(server);
  return port;
}

/** Takes a port for the length of a test, as any other program would. */
export async function occupyPort(test, port = 0) {
  const server = await listen(port);
  test.after(() => close(server));
  return server.address().port;
}

function listen(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

function close(server) {
  return new Promise(resolve => server.close(resolve));
}
