import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@platform/common/auth';
import type { JSONWebKeySet } from 'jose';
import { TokenSigner } from './token-signer.js';

/** Publishes the keys with which other services check access tokens. */
@Public()
@ApiExcludeController()
@Controller('.well-known')
export class KeysController {
  readonly #signer: TokenSigner;

  constructor(signer: TokenSigner) {
    this.#signer = signer;
  }

  @Get('jwks.json')
  @Header('cache-control', 'public, max-age=300')
  publish(): JSONWebKeySet {
    return this.#signer.keys;
  }
}
