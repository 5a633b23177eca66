import { Injectable } from '@nestjs/common'
import { UserError } from '@berth/contracts'
import sql, { type Sql } from 'sql-template-tag'
import type { ProjectContext } from '../../access/context.js'
import type { Page } from '../../edge/results.js'
import type { ListQuery } from '../../listing/list-query.js'
import { Lists } from '../../listing/lists.js'
import { SettingStore } from '../../settings/setting-store.js'
import { robotView } from './robot-view.js'
import type { RobotRow } from './robots.schema.js'
import type { RobotReference } from './stored-robot.js'

const isOf = (project: ProjectContext | undefined): Sql =>
  project ? sql`r.project_id = ${project.id}` : sql`r.project_id is null`

/** Robots as they are shown: without anything of their secrets. */
@Injectable()
export class RobotLists {
  constructor(
    private readonly lists: Lists,
    private readonly settings: SettingStore,
  ) {}

  /** @param project undefined: those of the system */
  async page(project: ProjectContext | undefined, query: ListQuery): Promise<Page<RobotRow>> {
    return this.lists.page(robotView(await this.settings.value('robot_name_prefix')), query, { where: [isOf(project)] })
  }

  /** @throws {UserError} ROBOT_NOT_FOUND */
  async get({ id, project }: RobotReference): Promise<RobotRow> {
    const view = robotView(await this.settings.value('robot_name_prefix'))
    const row = await this.lists.row(view, [sql`r.id = ${id}`, project ? isOf(project) : sql`true`])
    if (!row) throw new UserError('ROBOT_NOT_FOUND', { robot: id })
    return row
  }
}
