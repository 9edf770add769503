import { ConfigReader } from '@backstage/config';
import { RequestGuard } from './RequestGuard';

const guard = RequestGuard.fromConfig(
  new ConfigReader({
    backend: { baseUrl: 'http://localhost:7007' },
    forge: { embedded: { allowedHosts: ['Git.acme.org'] } },
  }),
);

describe('RequestGuard', () => {
  it.each([
    [{ host: 'localhost:7007' }, undefined],
    [{ host: 'LOCALHOST:7007' }, undefined],
    [{ host: '127.0.0.1:7007' }, undefined],
    [{ host: '[::1]:7007' }, undefined],
    [{ host: 'git.acme.org' }, undefined],
    [{}, 421],
    [{ host: 'localhost' }, 421],
    [{ host: 'localhost:8080' }, 421],
    [{ host: 'localhost:7007.evil.org' }, 421],
    [{ host: 'evil.org' }, 421],
    [{ host: 'localhost:7007', origin: 'http://localhost:7007' }, undefined],
    [{ host: 'localhost:7007', origin: 'http://localhost:3000' }, 403],
    [{ host: 'localhost:7007', origin: 'https://evil.org' }, 403],
    [{ host: 'localhost:7007', origin: 'null' }, 403],
    [{ host: 'localhost:7007', origin: 'ftp://localhost:7007' }, 403],
    [{ host: 'localhost:7007', 'sec-fetch-site': 'same-origin' }, undefined],
    [{ host: 'localhost:7007', 'sec-fetch-site': 'none' }, undefined],
    [{ host: 'localhost:7007', 'sec-fetch-site': 'cross-site' }, 403],
    [{ host: 'localhost:7007', 'sec-fetch-site': 'same-site' }, 403],
  ])('answers %j with %s', (headers, status) => {
    expect(guard.check(headers)?.status).toBe(status);
  });
});
