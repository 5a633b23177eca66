import { Injectable } from '@nestjs/common'
import { projectPermissions, systemPermissions } from '@berth/rbac'
import { ProjectFinder } from '../../access/project-finder.js'
import type { SignedInUser } from '../../access/caller.js'
import type { PermissionRow, PermissionsQuery } from '../users/users.schema.js'

/** What the portal shows or hides: the caller's rights in a scope. */
@Injectable()
export class PermissionsService {
  constructor(private readonly projects: ProjectFinder) {}

  /** Of an unknown scope or project: none. */
  async list({ scope, relative }: PermissionsQuery, user: SignedInUser): Promise<PermissionRow[]> {
    const projectId = /^\/project\/(\d+)\/?$/.exec(scope)?.[1]
    if (projectId !== undefined) {
      const project = await this.projects.find({ nameOrId: projectId, isName: false }, user.id)
      if (!project) return []
      const subject = { sysadmin: user.sysadmin, roles: project.roles, publicProject: project.public }
      return projectPermissions(subject).map(({ resource, action }) => ({
        resource:
          resource === 'self'
            ? relative
              ? '.'
              : `/project/${project.id}`
            : relative
              ? resource
              : `/project/${project.id}/${resource}`,
        action,
      }))
    }
    if (scope !== '' && scope !== '/' && scope !== '/system') return []
    return systemPermissions(user).map(({ resource, action }) => ({
      resource: relative ? resource : `/system/${resource}`,
      action,
    }))
  }
}
