import { Module } from '@nestjs/common'
import { GroupsModule } from '../groups/groups.module.js'
import { MemberFinder } from './member-finder.js'
import { MembersController } from './members.controller.js'
import { MembersService } from './members.service.js'

@Module({ imports: [GroupsModule], controllers: [MembersController], providers: [MemberFinder, MembersService] })
export class MembersModule {}
