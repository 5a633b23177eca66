import { Module } from '@nestjs/common'
import { HealthModule } from '../health/health.module.js'
import { CaCertificate } from './ca-certificate.js'
import { SystemInfoController } from './system-info.controller.js'
import { SystemInfoService } from './system-info.service.js'
import { VolumesService } from './volumes.service.js'

@Module({
  imports: [HealthModule],
  controllers: [SystemInfoController],
  providers: [SystemInfoService, VolumesService, CaCertificate],
})
export class SystemInfoModule {}
