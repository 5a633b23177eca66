import { Module } from '@nestjs/common'
import { CliSecretController } from './cli-secret.controller.js'
import { CliSecretService } from './cli-secret.service.js'

@Module({ controllers: [CliSecretController], providers: [CliSecretService], exports: [CliSecretService] })
export class CliSecretModule {}
