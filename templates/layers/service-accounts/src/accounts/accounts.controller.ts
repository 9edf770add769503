import { Body, Controller, Get, Ip, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, Public, RequireRole } from '@platform/common/auth';
import { z } from 'zod';
import { AttemptLimiter, LIMITS } from '../limits/attempt-limiter.js';
import { Account, NewAccount, ProfileChange, RoleChange } from './account.js';
import { AccountsService } from './accounts.service.js';

@ApiTags('accounts')
@Controller('v1/accounts')
export class AccountsController {
  readonly #accounts: AccountsService;
  readonly #limiter: AttemptLimiter;

  constructor(accounts: AccountsService, limiter: AttemptLimiter) {
    this.#accounts = accounts;
    this.#limiter = limiter;
  }

  @Public()
  @Post()
  @ApiOperation({ operationId: 'register', summary: 'Get an account' })
  @ApiCreatedResponse({ description: 'The new account', standardSchema: Account })
  async register(@Body({ schema: NewAccount }) content: NewAccount, @Ip() address: string): Promise<Account> {
    await this.#limiter.count(LIMITS.registrationsOfAddress, address);
    return this.#accounts.register(content);
  }

  @ApiBearerAuth()
  @Get('me')
  @ApiOperation({ operationId: 'readProfile', summary: 'Read your own account' })
  @ApiOkResponse({ description: 'The account of the caller', standardSchema: Account })
  readProfile(@CurrentCaller() caller: Caller): Promise<Account> {
    return this.#accounts.read(caller.id);
  }

  @ApiBearerAuth()
  @Patch('me')
  @ApiOperation({ operationId: 'changeProfile', summary: 'Change your own account' })
  @ApiOkResponse({ description: 'The changed account', standardSchema: Account })
  changeProfile(
    @CurrentCaller() caller: Caller,
    @Body({ schema: ProfileChange }) change: ProfileChange,
  ): Promise<Account> {
    return this.#accounts.changeProfile(caller.id, change);
  }

  @ApiBearerAuth()
  @RequireRole('admin')
  @Get(':id')
  @ApiOperation({ operationId: 'readAccount', summary: 'Read an account, as an administrator' })
  @ApiOkResponse({ description: 'The account', standardSchema: Account })
  read(@Param('id', { schema: z.uuid() }) id: string): Promise<Account> {
    return this.#accounts.read(id);
  }

  @ApiBearerAuth()
  @RequireRole('admin')
  @Put(':id/roles')
  @ApiOperation({ operationId: 'changeRoles', summary: 'Change what an account may do, as an administrator' })
  @ApiOkResponse({ description: 'The changed account', standardSchema: Account })
  changeRoles(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: RoleChange }) { roles }: RoleChange,
  ): Promise<Account> {
    return this.#accounts.changeRoles(id, roles);
  }
}
