import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InvalidConfigurationError, loadConfiguration } from './load-configuration.js';
import { sampleVariables } from './sample-variables.js';

describe('configuration', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'configuration-'));
  });

  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  const load = (variables: Record<string, string | undefined>) =>
    loadConfiguration({
      variables: { ...sampleVariables, ...variables },
      environmentFile: join(directory, 'service.env'),
      secretsDirectory: directory,
    });

  it('takes the default of what nobody sets', () => {
    expect(load({ HOST: undefined, LOG_LEVEL: undefined })).toMatchObject({ host: '0.0.0.0', logLevel: 'info' });
  });

  it('prefers variables to the environment file, and mounted secrets to both', () => {
    writeFileSync(join(directory, 'service.env'), 'HOST=127.0.0.1\nPORT=4000\nLOG_LEVEL=warn\n');
    writeFileSync(join(directory, 'LOG_LEVEL'), 'error\n');

    expect(load({ HOST: undefined, PORT: '4001', LOG_LEVEL: 'debug' })).toMatchObject({
      host: '127.0.0.1',
      port: 4001,
      logLevel: 'error',
    });
  });

  it('names every invalid setting without its value', () => {
    const start = () => load({ PORT: 'eighty', LOG_LEVEL: 'loud' });

    expect(start).toThrow(InvalidConfigurationError);
    expect(start).toThrow(/PORT: .*\n\s+LOG_LEVEL: /);
    expect(start).not.toThrow(/eighty/);
  });

  it('refuses an empty value instead of taking the default', () => {
    expect(() => load({ PORT: '' })).toThrow(/PORT/);
  });
});
