import { Injectable } from '@nestjs/common'
import { listPermissions, type Place, type Subject } from '@berth/rbac'
import type { Sql } from 'sql-template-tag'
import { PlaceFinder, projectBy } from '../../access/place-finder.js'
import type { PermissionRow, PermissionsQuery } from './permissions.schema.js'

/** What the portal shows or hides: the caller's rights in a scope. */
@Injectable()
export class PermissionsService {
  constructor(private readonly places: PlaceFinder) {}

  /**
   * Of an unknown scope or project: none.
   *
   * @param isName the scope gives a project's name, even where that is a number
   */
  async list({ scope, relative }: PermissionsQuery, subject: Subject, isName: boolean): Promise<PermissionRow[]> {
    const [, reference, repository] = /^\/project\/([^/]+)(?:\/repository\/(.+)|\/|$)/.exec(scope) ?? []
    if (reference !== undefined) {
      const project = isName ? projectBy.name(reference) : projectBy.nameOrId(reference)
      return this.listInProject(project, repository, relative, subject)
    }
    if (scope !== '' && scope !== '/' && scope !== '/system') return []
    return rows(subject, { scope: 'system' }, relative ? '' : '/system')
  }

  private async listInProject(
    project: Sql,
    repository: string | undefined,
    relative: boolean,
    subject: Subject,
  ): Promise<PermissionRow[]> {
    const found = await this.places.find({ project }, subject)
    if (!found) return []
    const { id, public: isPublic } = found.project
    const here = { scope: 'project', project: id, public: isPublic } as const
    return rows(
      found.subject,
      repository === undefined ? here : { ...here, repository },
      relative ? '' : `/project/${id}`,
    )
  }
}

/** @param root path of the scope; empty: resources are named within it, and the scope itself is `.` */
function rows(subject: Subject, place: Place, root: string): PermissionRow[] {
  return listPermissions(subject, place).map(({ resource, action }) => {
    if (resource === 'self') return { resource: root || '.', action }
    return { resource: root === '' ? resource : `${root}/${resource}`, action }
  })
}
