import { Injectable } from '@nestjs/common'
import { type Actor, MOST_RULES, selectorsText, UserError } from '@berth/contracts'
import { emit, type Transaction } from '@berth/database'
import sql from 'sql-template-tag'
import type { ProjectContext } from '../../access/context.js'
import { Database } from '../../database/database.js'
import { Created, type Page } from '../../edge/results.js'
import type { ListQuery } from '../../listing/list-query.js'
import { Lists } from '../../listing/lists.js'
import { tagRuleView } from './tag-rule-view.js'
import { type GivenTagRule, readTagRule, type StoredTagRule, type TagRuleRow } from './tag-rule.js'

const told = (project: ProjectContext, id: number, rule: Omit<StoredTagRule, 'priority'>) => ({
  project_id: project.id,
  project: project.name,
  rule_id: id,
  rule: selectorsText(rule),
  disabled: rule.disabled,
  roles: rule.roles === null ? null : [...rule.roles],
  robots: rule.robots,
})

const taken = (rule: StoredTagRule) => ({
  immutable_rule_once: () => new UserError('TAG_RULE_EXISTS', { rule: selectorsText(rule) }),
})

const columns = sql`i.priority, i.disabled, i.allowed_roles as roles, i.allows_robots as robots,
  jsonb_build_object('pattern', i.repository_pattern, 'excludes', i.repository_excludes) as repositories,
  jsonb_build_object('pattern', i.tag_pattern, 'excludes', i.tag_excludes) as tags`

/** Rules of a project about its tags. The packages that change tags ask them. */
@Injectable()
export class TagRulesService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  list(project: ProjectContext, query: ListQuery): Promise<Page<TagRuleRow>> {
    return this.lists.page(tagRuleView, query, { where: [sql`i.project_id = ${project.id}`] })
  }

  async create(project: ProjectContext, given: GivenTagRule, actor: Actor): Promise<Created> {
    const rule = readTagRule(given)
    const id = await this.database.transaction(async (transaction) => {
      await this.hold(transaction, project)
      await this.requireRoles(transaction, rule)
      const made = await transaction.row<{ id: number }>(sql`
        insert into immutable_rule (project_id, repository_pattern, repository_excludes, tag_pattern, tag_excludes, priority,
          disabled, allowed_roles, allows_robots)
        select ${project.id}, ${rule.repositories.pattern}, ${rule.repositories.excludes}, ${rule.tags.pattern},
          ${rule.tags.excludes}, ${rule.priority}, ${rule.disabled}, ${rule.roles}::int[], ${rule.robots}
        where (select count(*) from immutable_rule where project_id = ${project.id}) < ${MOST_RULES}
        returning id`)
      if (!made) throw new UserError('TOO_MANY_TAG_RULES', { limit: MOST_RULES })
      await emit(transaction, 'tag-rule.created', told(project, made.id, rule), actor)
      return made.id
    }, taken(rule))
    return new Created(`/api/v2.0/projects/${project.id}/immutabletagrules/${id}`)
  }

  async update(project: ProjectContext, id: number, given: GivenTagRule, actor: Actor): Promise<void> {
    const rule = readTagRule(given)
    await this.database.transaction(async (transaction) => {
      await this.hold(transaction, project)
      await this.requireRoles(transaction, rule)
      const changed = await transaction.row(sql`
        update immutable_rule set repository_pattern = ${rule.repositories.pattern},
          repository_excludes = ${rule.repositories.excludes}, tag_pattern = ${rule.tags.pattern},
          tag_excludes = ${rule.tags.excludes}, priority = ${rule.priority}, disabled = ${rule.disabled},
          allowed_roles = ${rule.roles}::int[], allows_robots = ${rule.robots}, updated_at = now()
        where id = ${id} and project_id = ${project.id} returning id`)
      if (!changed) throw new UserError('TAG_RULE_NOT_FOUND', { rule: id })
      await emit(transaction, 'tag-rule.changed', told(project, id, rule), actor)
    }, taken(rule))
  }

  async delete(project: ProjectContext, id: number, actor: Actor): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const gone = await transaction.row<StoredTagRule & Record<string, unknown>>(sql`
        delete from immutable_rule i where i.id = ${id} and i.project_id = ${project.id} returning ${columns}`)
      if (!gone) throw new UserError('TAG_RULE_NOT_FOUND', { rule: id })
      await emit(transaction, 'tag-rule.deleted', told(project, id, gone), actor)
    })
  }

  /** One maker after the other, so that rules are counted. */
  private async hold(transaction: Transaction, { id, name }: ProjectContext): Promise<void> {
    const found = await transaction.row(sql`select from project where id = ${id} for no key update`)
    if (!found) throw new UserError('PROJECT_NOT_FOUND', { project: name })
  }

  /** @throws {UserError} ROLE_NOT_FOUND */
  private async requireRoles(transaction: Transaction, { roles }: StoredTagRule): Promise<void> {
    if (roles === null) return
    const lacking = await transaction.row<{ id: number }>(sql`
      select id from unnest(${roles}::int[]) as asked (id) where not exists (select from role where role.id = asked.id)`)
    if (lacking) throw new UserError('ROLE_NOT_FOUND', { role: lacking.id })
  }
}
