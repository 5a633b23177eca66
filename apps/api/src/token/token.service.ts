import { Inject, Injectable } from '@nestjs/common'
import { type rest, UserError } from '@berth/contracts'
import { isRepositoryName, projectOf } from '@berth/oci'
import { may, type Subject } from '@berth/rbac'
import type { z } from 'zod'
import { type FoundPlace, PlaceFinder } from '../access/place-finder.js'
import { type ApiSettings, SETTINGS } from '../api-settings.js'
import { SettingStore } from '../settings/setting-store.js'
import { parseScopes, type ScopeRequest } from './scope.js'
import { type AccessEntry, TokenSigner } from './token-signer.js'

export type RegistryToken = z.output<typeof rest.registryToken>

const ACTIONS = ['pull', 'push', 'delete'] as const
const CHANGES: ReadonlySet<string> = new Set(['push', 'delete'])

@Injectable()
export class TokenService {
  constructor(
    private readonly places: PlaceFinder,
    private readonly settingStore: SettingStore,
    private readonly signer: TokenSigner,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /**
   * A token for whatever of the asked-for scopes the caller has: what they lack is left out rather than refused.
   * @throws {UserError} UNKNOWN_TOKEN_SERVICE
   */
  async issue(service: string, scopes: readonly string[], subject: Subject): Promise<RegistryToken> {
    if (service !== '' && service !== this.settings.token.service) {
      throw new UserError('UNKNOWN_TOKEN_SERVICE', { service: this.settings.token.service })
    }
    const access = await this.grant(parseScopes(scopes), subject)
    const life = (await this.settingStore.value('token_expiration')) * 60
    const issuedAt = new Date()
    const token = this.signer.sign(subject, access, life, issuedAt)
    return { token, access_token: token, expires_in: life, issued_at: issuedAt.toISOString() }
  }

  private async grant(requests: readonly ScopeRequest[], subject: Subject): Promise<AccessEntry[]> {
    if (requests.length === 0) return []
    const names = requests.flatMap(({ name }) => (isRepositoryName(name) ? [projectOf(name)] : []))
    const projects = await this.places.findProjects(names, subject)
    const readOnly = await this.settingStore.value('read_only')
    return requests.map((request) => {
      const granted = grantOne(request, subject, projects)
      const actions = readOnly ? granted.filter((action) => !CHANGES.has(action)) : granted
      return {
        type: request.type,
        ...(request.class === undefined ? {} : { class: request.class }),
        name: request.name,
        actions,
      }
    })
  }
}

function grantOne(request: ScopeRequest, subject: Subject, projects: ReadonlyMap<string, FoundPlace>): string[] {
  if (request.type === 'registry') {
    const mayList = request.name === 'catalog' && may(subject, 'catalog:read', { scope: 'system' })
    return mayList ? request.actions.filter((action) => action === '*') : []
  }
  const found = isRepositoryName(request.name) ? projects.get(projectOf(request.name)) : undefined
  if (request.type !== 'repository' || !found || !request.name.includes('/')) return []
  const place = {
    scope: 'project',
    project: found.project.id,
    public: found.project.public,
    repository: request.name.slice(found.project.name.length + 1),
  } as const
  const held = ACTIONS.filter((action) => may(found.subject, `repository:${action}`, place))
  return request.actions.includes('*') ? held : held.filter((action) => request.actions.includes(action))
}
