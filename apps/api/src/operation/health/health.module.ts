import { Module } from '@nestjs/common'
import { HealthController } from './health.controller.js'
import { HealthService } from './health.service.js'
import { StorageRoom } from './storage-room.js'

@Module({ controllers: [HealthController], providers: [HealthService, StorageRoom], exports: [StorageRoom] })
export class HealthModule {}
