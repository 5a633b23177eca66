import { Module } from '@nestjs/common'
import { SystemInfoController } from './system-info.controller.js'
import { SystemInfoService } from './system-info.service.js'

@Module({ controllers: [SystemInfoController], providers: [SystemInfoService] })
export class SystemInfoModule {}
