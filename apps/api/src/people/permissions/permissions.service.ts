import { Injectable } from '@nestjs/common'
import { listPermissions, type Place, type Subject } from '@berth/rbac'
import { PlaceFinder, projectBy } from '../../access/place-finder.js'
import type { PermissionRow, PermissionsQuery } from './permissions.schema.js'

/** What the portal shows or hides: the caller's rights in a scope. */
@Injectable()
export class PermissionsService {
  constructor(private readonly places: PlaceFinder) {}

  /** Of an unknown scope or project: none. */
  async list({ scope, relative }: PermissionsQuery, subject: Subject): Promise<PermissionRow[]> {
    const projectId = /^\/project\/(\d+)\/?$/.exec(scope)?.[1]
    if (projectId !== undefined) return this.listInProject(Number(projectId), relative, subject)
    if (scope !== '' && scope !== '/' && scope !== '/system') return []
    return rows(subject, { scope: 'system' }, relative ? '' : '/system')
  }

  private async listInProject(id: number, relative: boolean, subject: Subject): Promise<PermissionRow[]> {
    const found = await this.places.find({ project: projectBy.id(id) }, subject)
    if (!found) return []
    const place = { scope: 'project', project: id, public: found.project.public } as const
    return rows(found.subject, place, relative ? '' : `/project/${id}`)
  }
}

/** @param root path of the scope; empty: resources are named within it, and the scope itself is `.` */
function rows(subject: Subject, place: Place, root: string): PermissionRow[] {
  return listPermissions(subject, place).map(({ resource, action }) => {
    if (resource === 'self') return { resource: root || '.', action }
    return { resource: root === '' ? resource : `${root}/${resource}`, action }
  })
}
