import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '@platform/common/auth';
import { Credentials } from '../accounts/account.js';
import { AttemptLimiter, LIMITS } from '../limits/attempt-limiter.js';
import { RefreshRequest, Tokens } from './session.js';
import { SessionsService } from './sessions.service.js';

@Public()
@ApiTags('sessions')
@Controller('v1/sessions')
export class SessionsController {
  readonly #sessions: SessionsService;
  readonly #limiter: AttemptLimiter;

  constructor(sessions: SessionsService, limiter: AttemptLimiter) {
    this.#sessions = sessions;
    this.#limiter = limiter;
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'logIn', summary: 'Log in' })
  @ApiOkResponse({ description: 'The tokens of the new session', standardSchema: Tokens })
  async logIn(@Body({ schema: Credentials }) credentials: Credentials, @Ip() address: string): Promise<Tokens> {
    await this.#limiter.count(LIMITS.logInsOfAddress, address);
    await this.#limiter.count(LIMITS.logInsOfAccount, credentials.email);
    const tokens = await this.#sessions.logIn(credentials);
    await this.#limiter.forgive(LIMITS.logInsOfAccount, credentials.email);
    return tokens;
  }

  @Post('refresh')
  @HttpCode(200)
  @ApiOperation({ operationId: 'refresh', summary: 'Exchange a refresh token for new tokens' })
  @ApiOkResponse({ description: 'The next tokens of the session', standardSchema: Tokens })
  refresh(@Body({ schema: RefreshRequest }) { refreshToken }: RefreshRequest): Promise<Tokens> {
    return this.#sessions.refresh(refreshToken);
  }

  @Post('end')
  @HttpCode(204)
  @ApiOperation({ operationId: 'logOut', summary: 'Log out' })
  @ApiNoContentResponse({ description: 'The session has ended' })
  logOut(@Body({ schema: RefreshRequest }) { refreshToken }: RefreshRequest): Promise<void> {
    return this.#sessions.logOut(refreshToken);
  }
}
