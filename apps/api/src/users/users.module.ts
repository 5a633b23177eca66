import { Module } from '@nestjs/common'
import { PermissionsService } from './permissions.service.js'
import { UsersController } from './users.controller.js'
import { UsersService } from './users.service.js'

@Module({ controllers: [UsersController], providers: [UsersService, PermissionsService] })
export class UsersModule {}
