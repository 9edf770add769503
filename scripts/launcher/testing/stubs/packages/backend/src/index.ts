// Stands for the portal: healthy at once, with a local sign-in and a catalog of three entities.
const { createServer } = require('node:http');

if (process.env.STUB_PORTAL === 'broken') {
  console.log(
    '2026-01-01T00:00:00.000Z catalog error The catalog cannot be read',
  );
  process.exit(3);
}

const answers = {
  '/.backstage/health/v1/readiness': { status: 'ok' },
  '/api/auth/persona/refresh': { backstageIdentity: { token: 'stub' } },
  '/api/catalog/entities/by-query?limit=0': { totalItems: 3 },
};

createServer((request, response) => {
  const answer = answers[request.url];
  response.writeHead(answer ? 200 : 404, {
    'content-type': 'application/json',
  });
  response.end(JSON.stringify(answer ?? {}));
}).listen(Number(process.env.APP_CONFIG_backend_listen_port), '127.0.0.1');
