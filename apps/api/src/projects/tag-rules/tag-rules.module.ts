import { Module } from '@nestjs/common'
import { MatchingTagsController } from './matching-tags.controller.js'
import { MatchingTagsService } from './matching-tags.service.js'
import { TagRulesController } from './tag-rules.controller.js'
import { TagRulesService } from './tag-rules.service.js'

@Module({
  controllers: [TagRulesController, MatchingTagsController],
  providers: [TagRulesService, MatchingTagsService],
})
export class TagRulesModule {}
