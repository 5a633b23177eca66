import { Inject, Injectable } from '@nestjs/common'
import { type rest, UserError } from '@berth/contracts'
import { isRepositoryName, projectOf } from '@berth/oci'
import { canInProject, canInSystem, isRoleId } from '@berth/rbac'
import sql from 'sql-template-tag'
import type { z } from 'zod'
import type { Caller } from '../access/caller.js'
import { Database } from '../database/database.js'
import { type ApiSettings, SETTINGS } from '../api-settings.js'
import { SettingStore } from '../settings/setting-store.js'
import { parseScopes, type ScopeRequest } from './scope.js'
import { type AccessEntry, TokenSigner } from './token-signer.js'

export type RegistryToken = z.output<typeof rest.registryToken>

interface ProjectRights {
  readonly name: string
  readonly public: boolean
  readonly role_ids: number[]
}

const ACTIONS = ['pull', 'push', 'delete'] as const
const CHANGES: ReadonlySet<string> = new Set(['push', 'delete'])

@Injectable()
export class TokenService {
  constructor(
    private readonly database: Database,
    private readonly settingStore: SettingStore,
    private readonly signer: TokenSigner,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /**
   * A token for whatever of the asked-for scopes the caller has: what they lack is left out rather than refused.
   * @throws {UserError} UNKNOWN_TOKEN_SERVICE
   */
  async issue(service: string, scopes: readonly string[], caller: Caller): Promise<RegistryToken> {
    if (service !== '' && service !== this.settings.token.service) {
      throw new UserError('UNKNOWN_TOKEN_SERVICE', { service: this.settings.token.service })
    }
    const access = await this.grant(parseScopes(scopes), caller)
    const life = (await this.settingStore.value('token_expiration')) * 60
    const issuedAt = new Date()
    const token = this.signer.sign(caller.user?.username ?? '', access, life, issuedAt)
    return { token, access_token: token, expires_in: life, issued_at: issuedAt.toISOString() }
  }

  private async grant(requests: readonly ScopeRequest[], caller: Caller): Promise<AccessEntry[]> {
    if (requests.length === 0) return []
    const projects = await this.findProjects(requests, caller)
    const readOnly = await this.settingStore.value('read_only')
    return requests.map((request) => {
      const granted = this.grantOne(request, caller, projects)
      const actions = readOnly ? granted.filter((action) => !CHANGES.has(action)) : granted
      return {
        type: request.type,
        ...(request.class === undefined ? {} : { class: request.class }),
        name: request.name,
        actions,
      }
    })
  }

  private grantOne(request: ScopeRequest, { user }: Caller, projects: ReadonlyMap<string, ProjectRights>): string[] {
    if (request.type === 'registry') {
      const mayList = request.name === 'catalog' && user !== undefined && canInSystem(user, 'catalog:read')
      return mayList ? request.actions.filter((action) => action === '*') : []
    }
    const project = isRepositoryName(request.name) ? projects.get(projectOf(request.name)) : undefined
    if (request.type !== 'repository' || !project || !request.name.includes('/')) return []
    const subject = {
      sysadmin: user?.sysadmin ?? false,
      roles: project.role_ids.filter(isRoleId),
      publicProject: project.public,
    }
    const held = ACTIONS.filter((action) => canInProject(subject, `repository:${action}`))
    return request.actions.includes('*') ? held : held.filter((action) => request.actions.includes(action))
  }

  private async findProjects(requests: readonly ScopeRequest[], caller: Caller): Promise<Map<string, ProjectRights>> {
    const names = requests.flatMap(({ name }) => (isRepositoryName(name) ? [projectOf(name)] : []))
    if (names.length === 0) return new Map()
    const rows = await this.database.rows<ProjectRights>(sql`
      select p.name, p.public,
        array(select m.role_id from project_member m
          where m.project_id = p.id and m.user_id = ${caller.user?.id ?? null})::int[] as role_ids
      from project p where p.name = any (${[...new Set(names)]}::text[])`)
    return new Map(rows.map((row) => [row.name, row]))
  }
}
