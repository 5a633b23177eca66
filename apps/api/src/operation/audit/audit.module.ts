import { Module } from '@nestjs/common'
import { AuditController } from './audit.controller.js'
import { AuditService } from './audit.service.js'
import { ForwardController } from './forward.controller.js'
import { RefusedChanges } from './refused-changes.js'

@Module({ controllers: [AuditController, ForwardController], providers: [AuditService, RefusedChanges] })
export class AuditModule {}
