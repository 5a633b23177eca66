import { Module } from '@nestjs/common'
import { DeletedController } from './deleted.controller.js'
import { DeletedService } from './deleted.service.js'

@Module({
  controllers: [DeletedController],
  providers: [DeletedService],
})
export class DeletedModule {}
