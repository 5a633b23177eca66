import { Module } from '@nestjs/common'
import { MetadataModule } from '../metadata.module.js'
import { RepositoriesModule } from '../repositories/repositories.module.js'
import { DeletedController } from './deleted.controller.js'
import { DeletedService } from './deleted.service.js'

@Module({
  imports: [MetadataModule, RepositoriesModule],
  controllers: [DeletedController],
  providers: [DeletedService],
})
export class DeletedModule {}
