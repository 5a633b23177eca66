import { Module } from '@nestjs/common'
import { MetadataModule } from '../metadata.module.js'
import { TagsController } from './tags.controller.js'
import { TagsService } from './tags.service.js'

@Module({
  imports: [MetadataModule],
  controllers: [TagsController],
  providers: [TagsService],
})
export class TagsModule {}
