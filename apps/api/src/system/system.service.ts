import { Inject, Injectable } from '@nestjs/common'
import type { rest } from '@berth/contracts'
import sql from 'sql-template-tag'
import type { z } from 'zod'
import type { Caller, SignedInUser } from '../access/caller.js'
import { Database } from '../database/database.js'
import { externalUrl } from '../edge/external-url.js'
import { Lists } from '../listing/lists.js'
import { projectView, visibleProjects } from '../projects/project-view.js'
import type { ProjectRow } from '../projects/projects.schema.js'
import { type ApiSettings, SETTINGS } from '../settings.js'
import { SettingStore } from './settings/setting-store.js'
import { HARBOR_VERSION } from './versions.js'

export type GeneralInfo = z.output<typeof rest.generalInfo>
export type Statistic = z.output<typeof rest.statistic>
export type SearchResult = z.output<typeof rest.search>

const SEARCH_LIMIT = 50

@Injectable()
export class SystemService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly settingStore: SettingStore,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  async info(headers: Readonly<Record<string, string | string[] | undefined>>): Promise<GeneralInfo> {
    const url = externalUrl(this.settings.externalUrl, headers)
    const settings = await this.settingStore.all()
    return {
      auth_mode: 'db_auth',
      primary_auth_mode: false,
      self_registration: settings.self_registration,
      banner_message: settings.banner_message,
      harbor_version: HARBOR_VERSION,
      registry_url: url.replace(/^https?:\/\//, ''),
      external_url: url,
      project_creation_restriction: settings.project_creation_restriction,
      has_ca_root: false,
      registry_storage_provider_name: 'filesystem',
      read_only: settings.read_only,
      notification_enable: false,
      current_time: new Date().toISOString(),
    }
  }

  /** Of the projects that the user sees; totals for system administrators. */
  async statistics(user: SignedInUser): Promise<Statistic> {
    const total = sql`, 'total_project_count', count(*), 'total_repo_count', coalesce(sum(p.repo_count), 0),
      'total_storage_consumption', (select coalesce(sum(size), 0) from blob)`
    const found = await this.database.row<{ statistic: Statistic }>(sql`
      select jsonb_build_object(
        'public_project_count', count(*) filter (where p.public),
        'private_project_count', count(*) filter (where not p.public),
        'public_repo_count', coalesce(sum(p.repo_count) filter (where p.public), 0),
        'private_repo_count', coalesce(sum(p.repo_count) filter (where not p.public), 0)
        ${user.sysadmin ? total : sql``}) as statistic
      from project p where ${visibleProjects(user)}`)
    if (!found) throw new Error('An aggregate gives one row.')
    return found.statistic
  }

  /** The first of each kind, by name. */
  async search(text: string, { user }: Caller): Promise<SearchResult> {
    const typed = text.trim().replaceAll('\0', '')
    const pattern = `%${typed.replaceAll(/[\\%_]/g, '\\$&')}%`
    const query = { page: 1, page_size: SEARCH_LIMIT, q: '', sort: 'name' }
    const projects = await this.lists.page<ProjectRow>(projectView(user?.id), query, [
      visibleProjects(user),
      sql`p.name ilike ${pattern}`,
    ])
    const found = await this.database.row<{ repositories: SearchResult['repository'] }>(sql`
      select coalesce(json_agg(found), '[]') as repositories from (
        select p.id as project_id, p.name as project_name, p.public as project_public, r.name as repository_name,
          r.pull_count, r.artifact_count
        from repository r join project p on p.id = r.project_id
        where ${visibleProjects(user)} and r.name ilike ${pattern} order by r.name limit ${SEARCH_LIMIT}) found`)
    return { project: [...projects.rows], repository: found?.repositories ?? [] }
  }
}
