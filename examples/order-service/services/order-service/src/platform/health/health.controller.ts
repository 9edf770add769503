import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Readiness } from './readiness.js';

@ApiExcludeController()
@Controller('health')
export class HealthController {
  readonly #readiness: Readiness;

  constructor(readiness: Readiness) {
    this.#readiness = readiness;
  }

  /** Answers as long as the process can; a failure means that a restart would help. */
  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Fails while the service must get no requests. */
  @Get('ready')
  ready(): { status: 'ok' } {
    if (!this.#readiness.isReady) {
      throw new ServiceUnavailableException('The service is stopping');
    }
    return { status: 'ok' };
  }
}
