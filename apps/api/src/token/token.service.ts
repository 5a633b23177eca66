import { Inject, Injectable } from '@nestjs/common'
import { LRUCache } from 'lru-cache'
import sql from 'sql-template-tag'
import { type rest, UserError } from '@berth/contracts'
import { findMirrors } from '@berth/metadata'
import { isRepositoryName, projectOf } from '@berth/oci'
import { may, type Subject } from '@berth/rbac'
import type { z } from 'zod'
import { type FoundPlace, PlaceFinder } from '../access/place-finder.js'
import { type ApiSettings, SETTINGS } from '../api-settings.js'
import { Database } from '../database/database.js'
import { SettingStore } from '../settings/setting-store.js'
import { parseScopes, type ScopeRequest } from './scope.js'
import { type AccessEntry, TokenSigner } from './token-signer.js'

export type RegistryToken = z.output<typeof rest.registryToken>

/** A push names a handful: its repository and those that it takes layers from. */
const MAX_SCOPES = { user: 100, robot: 100, anonymous: 10 } as const
/** Tokens for visitors that are given again, to whoever asks for the same: a signature is most of what a token costs. */
const KEPT_BYTES = 1024 * 1024
const KEPT_MILLISECONDS = 30_000

const ACTIONS = ['pull', 'push', 'delete'] as const
const CHANGES: ReadonlySet<string> = new Set(['push', 'delete'])

@Injectable()
export class TokenService {
  /** By what they grant. */
  private readonly anonymous = new LRUCache<string, RegistryToken>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ token }, key) => 2 * (token.length + key.length),
    ttl: KEPT_MILLISECONDS,
  })

  constructor(
    private readonly places: PlaceFinder,
    private readonly settingStore: SettingStore,
    private readonly database: Database,
    private readonly signer: TokenSigner,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /**
   * A token for whatever of the asked-for scopes the caller has: what they lack is left out rather than refused.
   * @throws {UserError} UNKNOWN_TOKEN_SERVICE; WRONG_CREDENTIALS where the caller has gone meanwhile
   */
  async issue(service: string, scopes: readonly string[], subject: Subject): Promise<RegistryToken> {
    if (service !== '' && service !== this.settings.token.service) {
      throw new UserError('UNKNOWN_TOKEN_SERVICE', { service: this.settings.token.service })
    }
    const access = await this.grant(parseScopes(scopes, MAX_SCOPES[subject.kind]), subject)
    const life = (await this.settingStore.value('token_expiration')) * 60
    if (subject.kind !== 'anonymous') return this.sign(subject, await this.markOf(subject), access, life)
    // Only a push has any use for a repository that it may do nothing in, and visitors do not push.
    const granted = access.filter(({ actions }) => actions.length > 0)
    const key = `${life} ${JSON.stringify(granted)}`
    const known = this.anonymous.get(key)
    if (known) return known
    const token = this.sign(subject, undefined, granted, life)
    this.anonymous.set(key, token)
    return token
  }

  private sign(
    subject: Subject,
    mark: string | undefined,
    access: readonly AccessEntry[],
    life: number,
  ): RegistryToken {
    const issuedAt = new Date()
    const token = this.signer.sign(subject, mark, access, life, issuedAt)
    return { token, access_token: token, expires_in: life, issued_at: issuedAt.toISOString() }
  }

  private async markOf({ kind, id, credential }: Subject): Promise<string> {
    const row = await this.database.row<{ mark: string }>(
      sql`select mark from caller where kind = ${kind} and id = ${id} and credential_id is not distinct from ${credential ?? null}`,
    )
    if (!row) throw new UserError('WRONG_CREDENTIALS')
    return row.mark
  }

  private async grant(requests: readonly ScopeRequest[], subject: Subject): Promise<AccessEntry[]> {
    if (requests.length === 0) return []
    const answering = await this.findAnswering(requests)
    const names = [...requests.map(({ name }) => name), ...answering.values()].filter(isRepositoryName)
    const projects = await this.places.findProjects(names.map(projectOf), subject)
    const readOnly = await this.settingStore.value('read_only')
    return requests.map((request) => {
      const own = grantOne(request, subject, projects)
      const other = grantOne({ ...request, name: answering.get(request.name) ?? '' }, subject, projects)
      const granted = other.includes('pull') && !own.includes('pull') ? ['pull', ...own] : own
      const actions = readOnly ? granted.filter((action) => !CHANGES.has(action)) : granted
      return {
        type: request.type,
        ...(request.class === undefined ? {} : { class: request.class }),
        name: request.name,
        actions,
      }
    })
  }

  /** Repositories that answer for names of registries elsewhere, by these names: clients of a mirror know no others. */
  private async findAnswering(requests: readonly ScopeRequest[]): Promise<Map<string, string>> {
    if ((await this.settingStore.value('mirror_projects')) === '') return new Map()
    const names = requests.map(({ name }) => name).filter(isRepositoryName)
    const found = await findMirrors(
      this.database,
      names.map((name) => ({ name, host: undefined })),
    )
    return new Map(
      names.flatMap((name, place) => {
        const { own = true, mirrors = [] } = found[place] ?? {}
        const [mirror] = mirrors
        return own || mirror === undefined || mirrors.length > 1 ? [] : [[name, `${mirror}/${name}`]]
      }),
    )
  }
}

function grantOne(request: ScopeRequest, subject: Subject, projects: ReadonlyMap<string, FoundPlace>): string[] {
  if (request.type === 'registry') {
    if (request.name !== 'catalog' || !request.actions.includes('*')) return []
    // Without the right to all of it: what may be pulled.
    return [may(subject, 'catalog:read', { scope: 'system' }) ? '*' : 'pull']
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
