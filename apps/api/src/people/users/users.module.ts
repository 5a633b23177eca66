import { Module } from '@nestjs/common'
import { CliSecretModule } from '../cli-secret/cli-secret.module.js'
import { PermissionsModule } from '../permissions/permissions.module.js'
import { UsersController } from './users.controller.js'
import { UsersService } from './users.service.js'

@Module({ imports: [CliSecretModule, PermissionsModule], controllers: [UsersController], providers: [UsersService] })
export class UsersModule {}
