import { Injectable } from '@nestjs/common'
import { isRoleId } from '@berth/rbac'
import sql from 'sql-template-tag'
import { Database } from '../database/database.js'
import type { ProjectContext } from './caller.js'

const MAX_ID = 2_147_483_647

/** What a path says of a project. An integer is an id unless `isName` (header `X-Is-Resource-Name`). */
export interface ProjectReference {
  readonly nameOrId: string
  readonly isName: boolean
}

@Injectable()
export class ProjectFinder {
  constructor(private readonly database: Database) {}

  /** The project with the user's roles in it, in one statement; undefined when there is none. */
  async find(reference: ProjectReference, userId: number | undefined): Promise<ProjectContext | undefined> {
    const byId = !reference.isName && /^\d+$/.test(reference.nameOrId)
    if (byId && Number(reference.nameOrId) > MAX_ID) return undefined
    const row = await this.database.row<{ id: number; name: string; public: boolean; role_ids: number[] }>(sql`
      select p.id, p.name, p.public,
        array(select m.role_id from project_member m where m.project_id = p.id and m.user_id = ${userId ?? null})::int[] as role_ids
      from project p
      where ${byId ? sql`p.id = ${Number(reference.nameOrId)}` : sql`p.name = ${reference.nameOrId}`}`)
    return row && { id: row.id, name: row.name, public: row.public, roles: row.role_ids.filter(isRoleId) }
  }
}
