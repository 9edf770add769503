import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { configurationSchema } from '../src/configuration.js';
import { sampleVariables } from '../src/sample-variables.js';

/** The parts of the values of the chart that are about settings. */
const Values = z.object({
  config: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  secrets: z.object({ settings: z.array(z.string()) }).default({ settings: [] }),
});

const samples: Record<string, string> = sampleVariables;
const files = globSync('../../deploy/environments/*/order-service.yaml');

describe('the environments', () => {
  it('are known', () => {
    expect(files).not.toHaveLength(0);
  });

  it.each(files)('%s has every setting that the service needs, and no other', file => {
    const { config, secrets } = Values.parse(parse(readFileSync(file, 'utf8')));
    const settings = [
      ...Object.entries(config).map(([name, value]) => [name, String(value)]),
      ...secrets.settings.map(name => [name, samples[name]]),
    ];

    const result = z.strictObject(configurationSchema.shape).safeParse(Object.fromEntries(settings));

    expect(result.error?.issues).toBeUndefined();
  });
});
