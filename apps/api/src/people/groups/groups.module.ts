import { Module } from '@nestjs/common'
import { GroupRegistry } from './group-registry.js'
import { GroupsController } from './groups.controller.js'
import { GroupsService } from './groups.service.js'

@Module({ controllers: [GroupsController], providers: [GroupRegistry, GroupsService], exports: [GroupRegistry] })
export class GroupsModule {}
