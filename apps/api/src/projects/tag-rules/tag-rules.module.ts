import { Module } from '@nestjs/common'
import { TagRulesController } from './tag-rules.controller.js'
import { TagRulesService } from './tag-rules.service.js'

@Module({ controllers: [TagRulesController], providers: [TagRulesService] })
export class TagRulesModule {}
