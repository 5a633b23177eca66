import { Injectable } from '@nestjs/common'
import { type Actor, isLabelName, UserError } from '@berth/contracts'
import { emit } from '@berth/database'
import sql, { type Sql } from 'sql-template-tag'
import type { ProjectContext } from '../../access/context.js'
import { Database } from '../../database/database.js'
import { insertedRow } from '../../database/inserted-row.js'
import { Created, type Page } from '../../edge/results.js'
import { containing } from '../../listing/list-statement.js'
import { Lists } from '../../listing/lists.js'
import { labelView } from './label-view.js'
import type { LabelCreation, LabelListQuery, LabelRow, LabelUpdate } from './labels.schema.js'

const isOf = (project: ProjectContext | undefined): Sql =>
  project ? sql`l.project_id = ${project.id}` : sql`l.project_id is null`

/** Who asked for a label in no project meant the global ones, or has named no project. */
function requireScope(scope: string, project: ProjectContext | undefined): void {
  if (scope !== (project ? 'p' : 'g')) throw new UserError('BAD_LABEL_SCOPE')
}

const exists = (name: string) => ({ label_name: () => new UserError('LABEL_EXISTS', { label: name }) })

const about = (project: ProjectContext | undefined) =>
  project ? { project_id: project.id, project: project.name } : {}

/** Labels of the platform and of projects. `project` is undefined where a label is a global one. */
@Injectable()
export class LabelsService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  list(project: ProjectContext | undefined, query: LabelListQuery): Promise<Page<LabelRow>> {
    requireScope(query.scope, project)
    const filters = query.name === '' ? [] : [sql`l.name ilike ${containing(query.name)}`]
    return this.lists.page(labelView, query, { where: [isOf(project)], filters })
  }

  async get(id: number): Promise<LabelRow> {
    const row = await this.lists.row(labelView, [sql`l.id = ${id}`])
    if (!row) throw new UserError('LABEL_NOT_FOUND', { label: id })
    return row
  }

  async create(project: ProjectContext | undefined, body: LabelCreation, actor: Actor): Promise<Created> {
    const { name, description, color, scope } = body
    requireScope(scope, project)
    requireName(name)
    const id = await this.database.transaction(async (transaction) => {
      const made = insertedRow(
        await transaction.row<{ id: number }>(sql`
          insert into label (project_id, name, description, color)
          values (${project?.id ?? null}, ${name}, ${description}, ${color}) returning id`),
      )
      await emit(transaction, 'label.created', { ...about(project), label_id: made.id, label: name }, actor)
      return made.id
    }, exists(name))
    return new Created(`/api/v2.0/labels/${id}`)
  }

  /** What is left out is empty from then on, as with Harbor: its clients send no empty text. */
  async update(id: number, project: ProjectContext | undefined, body: LabelUpdate, actor: Actor): Promise<void> {
    const { name, description, color } = body
    requireName(name)
    await this.database.transaction(async (transaction) => {
      const changed = await transaction.row(sql`
        update label l set name = ${name}, description = ${description}, color = ${color}, updated_at = now()
        where id = ${id} and ${isOf(project)} returning id`)
      if (!changed) throw new UserError('LABEL_NOT_FOUND', { label: id })
      await emit(transaction, 'label.updated', { ...about(project), label_id: id, label: name }, actor)
    }, exists(name))
  }

  /** It goes from every artifact that has it. */
  async delete(id: number, project: ProjectContext | undefined, actor: Actor): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const gone = await transaction.row<{ name: string }>(sql`
        delete from label l where id = ${id} and ${isOf(project)} returning name`)
      if (!gone) throw new UserError('LABEL_NOT_FOUND', { label: id })
      await emit(transaction, 'label.deleted', { ...about(project), label_id: id, label: gone.name }, actor)
    })
  }
}

function requireName(name: string): void {
  if (!isLabelName(name)) throw new UserError('BAD_LABEL_NAME')
}
