import { Module } from '@nestjs/common'
import { TokenSigner } from './token-signer.js'
import { TokenController } from './token.controller.js'
import { TokenService } from './token.service.js'

@Module({ controllers: [TokenController], providers: [TokenService, TokenSigner], exports: [TokenService] })
export class TokenModule {}
