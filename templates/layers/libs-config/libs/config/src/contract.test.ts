import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadConfiguration } from './load-configuration.js';
import { databaseSettings, grpcSettings, redisSettings, serverSettings, tokenSettings } from './settings.js';

interface Sources {
  environmentFile?: string;
  variables?: Record<string, string>;
  /** `null` takes a secret away that the other cases have. */
  secrets?: Record<string, string | null>;
}

/** Cases that hold for the binding of every language. */
interface Contract {
  accepted: (Sources & { title: string; expect: Record<string, unknown> })[];
  refused: (Sources & { title: string; faults: string[] })[];
}

const contract = new URL('../contract/', import.meta.url);
// Cases of another shape would fail the tests below.
const cases = JSON.parse(readFileSync(new URL('cases.json', contract), 'utf8')) as Contract;
const sample = z.object({ ...serverSettings({ port: 3000 }), ...databaseSettings({ name: 'sample' }) });

describe('the contract of configuration', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'configuration-'));
  });

  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  const load = ({ environmentFile = '', variables = {}, secrets = {} }: Sources) => {
    const file = join(directory, 'service.env');
    writeFileSync(file, environmentFile);
    const mounted = { DATABASE_PASSWORD: 'a password of this test', ...secrets };
    for (const [name, value] of Object.entries(mounted)) {
      if (value !== null) {
        writeFileSync(join(directory, name), value);
      }
    }
    return loadConfiguration(sample, { environmentFile: file, variables, secretsDirectory: directory });
  };

  it.each(cases.accepted)('$title', ({ expect: expected, ...sources }) => {
    expect(load(sources)).toMatchObject(expected);
  });

  it.each(cases.refused)('$title', ({ faults, ...sources }) => {
    expect(() => load(sources)).toThrow(expect.objectContaining({ settings: faults }));
  });

  it('describes the shared settings for the bindings of other languages', async () => {
    const shared = z.object({
      ...sample.shape,
      ...redisSettings,
      ...tokenSettings,
      ...grpcSettings({ port: 4000 }),
    });

    const schema = `${JSON.stringify(z.toJSONSchema(shared, { io: 'input' }), null, 2)}\n`;

    await expect(schema).toMatchFileSnapshot(new URL('settings.schema.json', contract).pathname);
  });
});
