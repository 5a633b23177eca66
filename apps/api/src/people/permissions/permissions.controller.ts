import { Controller, Get } from '@nestjs/common'
import { rest } from '@berth/contracts'
import { givable, may, type Permission, type Subject } from '@berth/rbac'
import { SignedIn } from '../../access/needs.js'
import { CurrentSubject } from '../../access/subject.js'
import { Operation } from '../../edge/openapi.js'
import type { GivablePermissions } from './permissions.schema.js'

const rowsOf = (permissions: readonly Permission[]) =>
  permissions.map((permission) => {
    const [resource = '', action = ''] = permission.split(':')
    return { resource, action }
  })

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
    const project = rowsOf(givable.project)
    return may(subject, 'robot:create', { scope: 'system' }) ? { system: rowsOf(givable.system), project } : { project }
  }
}
