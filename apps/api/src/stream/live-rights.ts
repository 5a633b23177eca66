import { Injectable } from '@nestjs/common'
import type { LiveChange } from '@berth/contracts'
import { may, type ProjectPermission, type Subject } from '@berth/rbac'
import sql from 'sql-template-tag'
import { projectsWhere } from '../access/grants.js'
import { Database } from '../database/database.js'
import { heardBy } from './heard-by.js'

/** What a stream has found out of the rights of its subject; forgotten with each heartbeat. */
export type KnownRights = Map<string, boolean>

/** Which changes somebody may hear of. */
@Injectable()
export class LiveRights {
  constructor(private readonly database: Database) {}

  async heard(subject: Subject, changes: readonly LiveChange[], known: KnownRights): Promise<LiveChange[]> {
    await this.learn(subject, changes, known)
    return changes.filter(({ type, project_id: project }) => {
      const { system, project: inProject } = heardBy(type)
      if (project === undefined) return may(subject, system, { scope: 'system' })
      return known.get(keyOf(inProject, project)) === true
    })
  }

  private async learn(subject: Subject, changes: readonly LiveChange[], known: KnownRights): Promise<void> {
    const wanted = new Map<ProjectPermission, Set<number>>()
    for (const { type, project_id: project } of changes) {
      const { project: permission } = heardBy(type)
      if (project === undefined || known.has(keyOf(permission, project))) continue
      wanted.set(permission, (wanted.get(permission) ?? new Set()).add(project))
    }
    for (const [permission, projects] of wanted) {
      const rows = await this.database.rows<{ id: number }>(sql`
        select p.id from project p where p.id = any (${[...projects]}::int[]) and ${projectsWhere(subject, permission)}`)
      for (const project of projects)
        known.set(
          keyOf(permission, project),
          rows.some(({ id }) => id === project),
        )
    }
  }
}

const keyOf = (permission: ProjectPermission, project: number) => `${permission} ${project}`
