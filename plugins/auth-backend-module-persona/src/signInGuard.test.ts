import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { assertSafeSignIn } from './signInGuard';

const persona = { default: 'viewer', personas: {} };

function check(
  providers: JsonObject,
  environment: string | undefined,
  listen: JsonObject | string = { host: '127.0.0.1', port: 7007 },
) {
  const config = new ConfigReader({ auth: { providers }, backend: { listen } });
  return () => assertSafeSignIn(config, environment);
}

describe('assertSafeSignIn', () => {
  it('lets a laptop sign in as a persona', () => {
    expect(check({ persona }, 'development')).not.toThrow();
  });

  it.each(['production', 'staging', '', undefined])(
    'refuses personas when NODE_ENV is %p, naming the key and the remedy',
    environment => {
      expect(check({ persona }, environment)).toThrow(
        /auth\.providers\.persona .*auth\.providers\.github or auth\.providers\.oidc/,
      );
    },
  );

  it('refuses guest sign-in in production', () => {
    expect(check({ guest: {} }, 'production')).toThrow(
      /auth\.providers\.guest is configured/,
    );
  });

  it('refuses guest sign-in that asks to be allowed outside development', () => {
    expect(
      check(
        { guest: { dangerouslyAllowOutsideDevelopment: true } },
        'production',
      ),
    ).toThrow(/Refusing to start/);
  });

  it('names both keys when both are configured', () => {
    expect(check({ persona, guest: {} }, 'production')).toThrow(
      /auth\.providers\.persona and auth\.providers\.guest/,
    );
  });

  it('lets production start when the keys of the defaults are set to null', () => {
    const config = ConfigReader.fromConfigs([
      { context: 'defaults', data: { auth: { providers: { persona } } } },
      {
        context: 'production',
        data: { auth: { providers: { persona: null, guest: null } } },
      },
    ]);
    expect(() => assertSafeSignIn(config, 'production')).not.toThrow();
  });

  it('lets production start with a real provider', () => {
    expect(
      check({ github: { production: {} } }, 'production', { host: '0.0.0.0' }),
    ).not.toThrow();
  });

  it.each([
    ['0.0.0.0', { host: '0.0.0.0' }],
    ['every address', { port: 7007 }],
    ['every address', ':7007'],
    ['every address', '7007'],
    ['10.0.0.4', '10.0.0.4:7007'],
  ])('refuses personas while listening on %s', (shown, listen) => {
    expect(check({ persona }, 'development', listen)).toThrow(
      new RegExp(`listens on '${shown}'.*backend\\.listen\\.host`),
    );
  });

  it.each([{ host: 'localhost' }, { host: '::1' }, '127.0.0.1:7007'])(
    'lets personas in while listening on %p',
    listen => {
      expect(check({ persona }, 'development', listen)).not.toThrow();
    },
  );
});
