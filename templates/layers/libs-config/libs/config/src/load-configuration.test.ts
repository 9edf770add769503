import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { secret } from './kinds.js';
import { loadConfiguration } from './load-configuration.js';
import { standardSources } from './sources.js';

describe('configuration', () => {
  const settings = z.object({ API_KEY: secret() });
  const load = (API_KEY?: string) =>
    loadConfiguration(settings, { environmentFile: 'none', variables: { API_KEY }, secretsDirectory: 'none' });

  it('says what is missing', () => {
    expect(() => load()).toThrow('Cannot start with this configuration:\n  API_KEY is not set');
  });

  it('says what is wrong without the value', () => {
    expect(() => load('hunter2')).toThrow('API_KEY must have at least 16 characters');
    expect(() => load('hunter2')).not.toThrow(/hunter2/);
  });

  it('cannot be changed once it is loaded', () => {
    expect(Object.isFrozen(load('a key of this test'))).toBe(true);
  });

  it.each([
    [{}, { environmentFile: '.env', secretsDirectory: '/run/secrets' }],
    [{ SECRETS_DIRECTORY: '/mounted' }, { environmentFile: '.env', secretsDirectory: '/mounted' }],
    [{ ENVIRONMENT_FILE: 'test.env' }, { environmentFile: 'test.env', secretsDirectory: '/run/secrets' }],
  ])('with the variables %o comes from %o', (variables, sources) => {
    expect(standardSources(variables)).toMatchObject(sources);
  });

  it('reports a file that exists and cannot be read', () => {
    const sources = { environmentFile: '.', variables: {}, secretsDirectory: 'none' };

    expect(() => loadConfiguration(settings, sources)).toThrow(/EISDIR/);
  });
});
