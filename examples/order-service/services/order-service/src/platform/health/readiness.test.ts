import { ServiceUnavailableException } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { configurationSchema } from '../config/configuration.js';
import { sampleVariables } from '../config/sample-variables.js';
import { HealthController } from './health.controller.js';
import { Readiness } from './readiness.js';

describe('readiness', () => {
  it('begins when the service has started and ends when it stops', async () => {
    const readiness = new Readiness(configurationSchema.parse(sampleVariables));
    const health = new HealthController(readiness);
    expect(() => health.ready()).toThrow(ServiceUnavailableException);

    readiness.onApplicationBootstrap();
    expect(health.ready()).toEqual({ status: 'ok' });

    await readiness.beforeApplicationShutdown();
    expect(() => health.ready()).toThrow(ServiceUnavailableException);
    expect(health.live()).toEqual({ status: 'ok' });
  });
});
