import { Controller, Get } from '@nestjs/common'
import { rest } from '@berth/contracts'
import { givable, may, partsOf, type Subject } from '@berth/rbac'
import { SignedIn } from '../../access/needs.js'
import { CurrentSubject } from '../../access/subject.js'
import { Operation } from '../../edge/openapi.js'
import type { GivablePermissions } from './permissions.schema.js'

@Controller('permissions')
export class PermissionsController {
  @Get()
  @SignedIn()
  @Operation({
    id: 'getPermissions',
    tag: 'permissions',
    summary: 'What robots may be given',
    answers: { 200: rest.givablePermissions },
  })
  list(@CurrentSubject() subject: Subject): GivablePermissions {
    const project = givable.project.map(partsOf)
    return may(subject, 'robot:create', { scope: 'system' })
      ? { system: givable.system.map(partsOf), project }
      : { project }
  }
}
