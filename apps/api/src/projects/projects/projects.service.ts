import { Injectable } from '@nestjs/common'
import { type Actor, BUILT_IN_ADMIN_ID, isProjectName, UserError } from '@berth/contracts'
import { emit, makeProject, type Transaction } from '@berth/database'
import { Project } from '@berth/database/orm'
import { isWithinCeiling, may, type Subject } from '@berth/rbac'
import sql, { empty } from 'sql-template-tag'
import type { ProjectContext } from '../../access/context.js'
import { projectsOfRobot, projectsWhere } from '../../access/grants.js'
import { Database } from '../../database/database.js'
import { Created, type Page } from '../../edge/results.js'
import { containing } from '../../listing/list-statement.js'
import { Lists } from '../../listing/lists.js'
import { SettingStore } from '../../settings/setting-store.js'
import { readMetadata, requireDistinct } from './project-metadata.js'
import { projectView } from './project-view.js'
import { RetentionService } from '../retention/retention.service.js'
import { makeProxy, requireSoundProxy, retentionOfCopies } from './proxy-cache.js'
import type {
  ProjectCreation,
  ProjectDeletable,
  ProjectListQuery,
  ProjectRow,
  ProjectSummary,
  ProjectUpdate,
} from './projects.schema.js'

const memberCounts = sql`,
  'project_admin_count', count(m.id) filter (where m.role_id = 1),
  'maintainer_count', count(m.id) filter (where m.role_id = 4),
  'developer_count', count(m.id) filter (where m.role_id = 2),
  'guest_count', count(m.id) filter (where m.role_id = 3),
  'limited_guest_count', count(m.id) filter (where m.role_id = 5),
  'member_count', count(m.id)`

const quota = sql`,
  'quota', json_build_object(
    'hard', json_build_object('storage', coalesce(q.hard_bytes, -1)),
    'used', json_build_object('storage', greatest(0, coalesce(q.used_bytes, 0) + coalesce(
      (select sum(d.bytes) from quota_delta d where d.project_id = p.id), 0))))`

const system = { scope: 'system' } as const

async function giveCreated(transaction: Transaction, robot: number, project: number): Promise<void> {
  await transaction.rows(sql`
    insert into robot_grant (robot_id, scope, project_id, permissions)
    select id, 'project', ${project}, created_project_permissions from robot
    where id = ${robot} and created_project_permissions <> '{}'`)
}

@Injectable()
export class ProjectsService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly settings: SettingStore,
    private readonly retention: RetentionService,
  ) {}

  list(query: ProjectListQuery, subject: Subject): Promise<Page<ProjectRow>> {
    return this.lists.page(projectView(subject), query, {
      // A robot has single rights, seldom `self:read` among them: it sees the projects in which it has any.
      where: [subject.kind === 'robot' ? projectsOfRobot(subject) : projectsWhere(subject, 'self:read')],
      filters: [
        ...(query.name === '' ? [] : [sql`p.name ilike ${containing(query.name)}`]),
        ...(query.public === undefined ? [] : [sql`p.public = ${query.public}`]),
        ...(query.owner === '' ? [] : [sql`o.username = ${query.owner.replaceAll('\0', '')}`]),
      ],
    })
  }

  async requireExisting(name: string): Promise<void> {
    const found = await this.database.row(sql`select 1 as found from project where name = ${name.replaceAll('\0', '')}`)
    if (!found) throw new UserError('PROJECT_NOT_FOUND', { project: name })
  }

  /** A user who makes a project becomes its project admin; a robot gets there what its maker chose. */
  async create(body: ProjectCreation, subject: Subject, actor: Actor, locationByName: boolean): Promise<Created> {
    const name = body.project_name
    if (!(await this.mayCreate(subject))) throw new UserError('PROJECT_CREATION_RESTRICTED')
    if (!isProjectName(name)) throw new UserError('BAD_PROJECT_NAME')
    if (body.registry_id && !may(subject, 'registry:read', system)) throw new UserError('PROXY_PROJECT_RESTRICTED')
    const { isPublic = false, metadata } = readMetadata(body)
    if (body.cve_allowlist) requireDistinct(body.cve_allowlist)
    const hardBytes = await this.hardBytes(body, subject)
    // A robot owns nothing.
    const owner = subject.kind === 'user' ? subject.id : BUILT_IN_ADMIN_ID
    const made = {
      name,
      owner,
      isPublic,
      metadata,
      hardBytes,
      ...(body.cve_allowlist && { cveAllowlist: body.cve_allowlist }),
    }
    const id = await this.database.transaction(async (transaction) => {
      const project = await makeProject(transaction, made, actor)
      if (project === undefined) throw new UserError('PROJECT_EXISTS', { project: name })
      if (subject.kind === 'robot') await giveCreated(transaction, subject.id, project)
      if (body.registry_id) {
        await makeProxy(transaction, project, body.registry_id)
        await requireSoundProxy(transaction, project)
        await this.retention.createWith(transaction, { id: project, name }, retentionOfCopies(project), actor)
      }
      return project
    })
    return new Created(`/api/v2.0/projects/${locationByName ? name : id}`)
  }

  async get(project: ProjectContext, subject: Subject): Promise<ProjectRow> {
    const row = await this.lists.row(projectView(subject), [sql`p.id = ${project.id}`])
    if (!row) throw new UserError('PROJECT_NOT_FOUND', { project: project.name })
    return row
  }

  async update(project: ProjectContext, body: ProjectUpdate, actor: Actor): Promise<void> {
    const { isPublic, metadata } = readMetadata(body)
    const allowlist = body.cve_allowlist
    if (allowlist) requireDistinct(allowlist)
    await this.database.transaction(async (transaction) => {
      const updated = await transaction.row(sql`update project set public = coalesce(${isPublic ?? null}, public),
        metadata = metadata || ${JSON.stringify(metadata)}::jsonb,
        cve_allowlist = coalesce(${allowlist ? JSON.stringify(allowlist) : null}::jsonb, cve_allowlist), updated_at = now()
        where id = ${project.id} returning id`)
      if (!updated) throw new UserError('PROJECT_NOT_FOUND', { project: project.name })
      await requireSoundProxy(transaction, project.id)
      const changed = {
        ...metadata,
        ...(isPublic !== undefined && { public: String(isPublic) }),
        ...(allowlist && { cve_allowlist: `${allowlist.items.length} entries` }),
      }
      await emit(transaction, 'project.updated', { project_id: project.id, project: project.name, changed }, actor)
    })
  }

  async delete(project: ProjectContext, actor: Actor): Promise<void> {
    const notEmpty = () => new UserError('PROJECT_NOT_EMPTY')
    await this.database.transaction(
      async (transaction) => {
        const { entities: manager } = transaction
        // The lock waits for pushes that are making a repository here; the foreign key refuses what they made.
        const found = await manager.findOne(Project, { where: { id: project.id }, lock: { mode: 'pessimistic_write' } })
        if (!found) throw new UserError('PROJECT_NOT_FOUND', { project: project.name })
        if (found.repoCount > 0) throw notEmpty()
        await manager.delete(Project, { id: project.id })
        const about = { project_id: project.id, project: project.name }
        await emit(transaction, 'project.deleted', about, actor)
      },
      { repository_project_id_fkey: notEmpty },
    )
  }

  async deletable(project: ProjectContext): Promise<ProjectDeletable> {
    const found = await this.database.row(
      sql`select 1 as found from repository where project_id = ${project.id} limit 1`,
    )
    return found ? { deletable: false, message: new UserError('PROJECT_NOT_EMPTY').message } : { deletable: true }
  }

  async summary(project: ProjectContext, subject: Subject): Promise<ProjectSummary> {
    const here = { scope: 'project', project: project.id, public: project.public } as const
    const found = await this.database.row<{ summary: ProjectSummary; registry: ProjectSummary['registry'] | null }>(sql`
      select json_build_object(
        'repo_count', p.repo_count ${may(subject, 'member:list', here) ? memberCounts : empty}
        ${may(subject, 'quota:read', here) ? quota : empty}) as summary,
        case when e.id is not null then json_build_object('id', e.id, 'name', e.name, 'type', e.type, 'url', e.url) end as registry
      from project p left join quota q on q.project_id = p.id left join project_member m on m.project_id = p.id
      left join registry_endpoint e on e.id = p.registry_id
      where p.id = ${project.id} group by p.id, q.project_id, e.id`)
    if (!found) throw new UserError('PROJECT_NOT_FOUND', { project: project.name })
    const { summary, registry } = found
    return registry ? { ...summary, registry } : summary
  }

  private async mayCreate(subject: Subject): Promise<boolean> {
    if (may(subject, 'project:create', system)) return true
    if (subject.kind !== 'user' || !isWithinCeiling(subject, 'project:create', system)) return false
    return (await this.settings.value('project_creation_restriction')) === 'everyone'
  }

  private async hardBytes({ storage_limit: limit }: ProjectCreation, subject: Subject): Promise<number> {
    if (limit === undefined || limit === 0) return this.settings.value('storage_per_project')
    if (limit < -1) throw new UserError('BAD_STORAGE_LIMIT')
    if (!may(subject, 'quota:update', system)) return this.settings.value('storage_per_project')
    return limit
  }
}
