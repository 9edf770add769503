import { type DynamicModule, Module } from '@nestjs/common';
import { AuthModule } from '@platform/common/auth';
import type { Configuration } from '../configuration.js';
import { AttemptLimiter } from '../limits/attempt-limiter.js';
import { KeysController } from '../sessions/keys.controller.js';
import { SessionsController } from '../sessions/sessions.controller.js';
import { SESSION_DAYS, SessionsService } from '../sessions/sessions.service.js';
import { TokenSigner } from '../sessions/token-signer.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsGrpcController } from './accounts.grpc-controller.js';
import { AccountsService } from './accounts.service.js';

/** Registers people, logs them in, and issues the tokens that every service of the platform accepts. */
@Module({})
export class AccountsModule {
  static for(configuration: Configuration): DynamicModule {
    const signer = TokenSigner.create({
      pem: configuration.SIGNING_KEY,
      issuer: configuration.TOKEN_ISSUER,
      audience: configuration.TOKEN_AUDIENCE,
      minutes: configuration.ACCESS_TOKEN_MINUTES,
    });
    return {
      module: AccountsModule,
      imports: [AuthModule.for(signer.verifier)],
      controllers: [AccountsController, AccountsGrpcController, KeysController, SessionsController],
      providers: [
        AccountsService,
        AttemptLimiter,
        SessionsService,
        { provide: SESSION_DAYS, useValue: configuration.REFRESH_TOKEN_DAYS },
        { provide: TokenSigner, useValue: signer },
      ],
    };
  }
}
