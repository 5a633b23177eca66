import { Module } from '@nestjs/common'
import { MetadataModule } from '../metadata.module.js'
import { DeletedController } from './deleted.controller.js'
import { DeletedService } from './deleted.service.js'

@Module({
  imports: [MetadataModule],
  controllers: [DeletedController],
  providers: [DeletedService],
})
export class DeletedModule {}
