import { Module } from '@nestjs/common'
import { DeletedController } from './deleted.controller.js'
import { DeletedService } from './deleted.service.js'
import { HistoryController } from './history.controller.js'
import { HistoryService } from './history.service.js'

@Module({
  controllers: [DeletedController, HistoryController],
  providers: [DeletedService, HistoryService],
})
export class DeletedModule {}
