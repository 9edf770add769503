import type { IncomingHttpHeaders } from 'node:http';
import { assertLocalRequest } from './localRequest';

const isAppOrigin = (origin: string) =>
  ['http://localhost:3000', 'https://portal.example.com'].includes(origin);

function request(headers: IncomingHttpHeaders) {
  return () => assertLocalRequest(headers, isAppOrigin);
}

describe('assertLocalRequest', () => {
  it.each(['localhost:7007', '127.0.0.1:7007', '[::1]:7007', 'LOCALHOST'])(
    'accepts a program that calls %s',
    host => {
      expect(request({ host })).not.toThrow();
    },
  );

  it('accepts the portal itself', () => {
    expect(
      request({
        host: 'localhost:7007',
        origin: 'http://localhost:7007',
        'sec-fetch-site': 'same-origin',
      }),
    ).not.toThrow();
  });

  it('accepts the development server that app.baseUrl names', () => {
    expect(
      request({
        host: 'localhost:7007',
        origin: 'http://localhost:3000',
        'sec-fetch-site': 'same-site',
      }),
    ).not.toThrow();
  });

  it.each(['portal.attacker.example:7007', '192.168.0.7:7007', undefined])(
    'refuses a page whose name was rebound: host %p',
    host => {
      expect(request({ host, 'sec-fetch-site': 'same-origin' })).toThrow(
        /localhost only/,
      );
    },
  );

  it.each(['https://attacker.example', 'http://localhost:9999', 'null'])(
    'refuses a page of %s',
    origin => {
      expect(request({ host: 'localhost:7007', origin })).toThrow(
        `refuses requests from '${origin}'`,
      );
    },
  );

  it('refuses an app origin that is not on this machine', () => {
    expect(
      request({
        host: 'localhost:7007',
        origin: 'https://portal.example.com',
      }),
    ).toThrow(/refuses requests from/);
  });

  it.each(['cross-site', 'same-site', 'none'])(
    'refuses a %s request without origin',
    site => {
      expect(
        request({ host: 'localhost:7007', 'sec-fetch-site': site }),
      ).toThrow(`refuses ${site} requests`);
    },
  );
});
