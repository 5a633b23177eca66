import { Module } from '@nestjs/common'
import { PermissionsModule } from '../permissions/permissions.module.js'
import { UsersController } from './users.controller.js'
import { UsersService } from './users.service.js'

@Module({ imports: [PermissionsModule], controllers: [UsersController], providers: [UsersService] })
export class UsersModule {}
