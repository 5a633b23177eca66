import { Injectable } from '@nestjs/common'
import { type Actor, rest, UserError } from '@berth/contracts'
import { emit, readDatabaseFailure } from '@berth/database'
import { checkHealth, type Endpoint, type Health } from '@berth/registry-endpoints'
import sql from 'sql-template-tag'
import { Database } from '../../database/database.js'
import type { Page } from '../../edge/results.js'
import { containing } from '../../listing/list-statement.js'
import { Lists } from '../../listing/lists.js'
import { requireNotLent } from '../../projects/projects/proxy-cache.js'
import { infoOf } from './provider-info.js'
import type {
  RegistryCreation,
  RegistryInfo,
  RegistryListQuery,
  RegistryPing,
  RegistryRow,
  RegistryUpdate,
} from './registries.schema.js'
import { requireAddress, requireCertificate, requireProvider } from './registry-address.js'
import { RegistryConnections } from './registry-connections.js'
import { registryView } from './registry-view.js'

const exists = (registry: string) => ({ registry_endpoint_name: () => new UserError('REGISTRY_EXISTS', { registry }) })

/** A stored endpoint with what a client says of it. */
interface Merged extends Endpoint {
  /** The secret would go where it was not given for. */
  readonly isElsewhere: boolean
  /** The secret would go where another one can pretend to be the registry. */
  readonly isTrustedOtherwise: boolean
}

/** Registries elsewhere that images are copied from and to. */
@Injectable()
export class RegistriesService {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly connections: RegistryConnections,
  ) {}

  list(query: RegistryListQuery): Promise<Page<RegistryRow>> {
    const filters = query.name === '' ? [] : [sql`r.name ilike ${containing(query.name)}`]
    return this.lists.page(registryView, query, { where: [], filters })
  }

  async get(id: number): Promise<RegistryRow> {
    const row = await this.lists.row(registryView, [sql`r.id = ${id}`])
    if (!row) throw new UserError('REGISTRY_NOT_FOUND', { registry: id })
    return row
  }

  /** @param id 0: this registry itself */
  async info(id: number): Promise<RegistryInfo> {
    if (id === 0) return infoOf(undefined)
    return infoOf(requireProvider((await this.get(id)).type))
  }

  /** Stored as it is given, healthy or not. @returns its id, and what a look at it has found */
  async create(body: RegistryCreation, actor: Actor): Promise<{ readonly id: number; readonly health: Health }> {
    const { name, description, credential } = body
    const endpoint: Endpoint = {
      name,
      provider: requireProvider(body.type),
      access: {
        url: new URL(requireAddress(body.url)),
        accessKey: credential?.access_key ?? '',
        secret: credential?.access_secret ?? '',
      },
      verifyCertificate: !body.insecure,
      authority: requireCertificate(body.ca_certificate ?? ''),
      version: 1,
    }
    const health = await this.look(endpoint)
    const id = await this.database.transaction(async (transaction) => {
      const next = await transaction.row<{ id: number }>(
        sql`select nextval(pg_get_serial_sequence('registry_endpoint', 'id'))::integer as id`,
      )
      if (!next) throw new Error('A sequence gives its next number.')
      const { access, provider } = endpoint
      const sealed = this.connections.secrets.seal(access.secret, next.id)
      await transaction.rows(sql`
        insert into registry_endpoint (id, name, description, type, url, credential_type, access_key, sealed_secret, insecure,
          ca_certificate, status, status_detail, checked_at)
        values (${next.id}, ${name}, ${description}, ${provider.type}, ${access.url.origin}, ${credential?.type ?? 'basic'},
          ${access.accessKey}, ${sealed}, ${body.insecure}, ${endpoint.authority}, ${health.status}, ${health.detail}, now())`)
      const told = { registry_id: next.id, registry: name, url: access.url.origin }
      await emit(transaction, 'registry.created', told, actor)
      return next.id
    }, exists(name))
    return { id, health }
  }

  /** Stored as it is given, healthy or not: what is wrong elsewhere must not keep anybody from mending it here. */
  async update(id: number, body: RegistryUpdate, actor: Actor): Promise<Health> {
    const before = await this.require(id)
    const merged = this.merge(before, body)
    if (merged.isElsewhere) throw new UserError('REGISTRY_SECRET_NEEDED')
    const health = await this.look(merged)
    const { access, authority, verifyCertificate } = merged
    const { name = null, description = null, credential_type: type = null } = body
    const changed = Object.entries(body).flatMap(([key, value]) => (value === undefined || value === null ? [] : [key]))
    await this.database.transaction(
      async (transaction) => {
        const [row] = await transaction.rows<{ name: string }>(sql`
          update registry_endpoint set name = coalesce(${name}, name), description = coalesce(${description}, description),
            credential_type = coalesce(${type}, credential_type), url = ${access.url.origin}, access_key = ${access.accessKey},
            sealed_secret = ${this.connections.secrets.seal(access.secret, id)}, insecure = ${!verifyCertificate},
            ca_certificate = ${authority}, version = version + 1, rests_until = null, status = ${health.status},
            status_detail = ${health.detail}, checked_at = now(), updated_at = now()
          where id = ${id} and version = ${before.version} returning name`)
        if (!row) throw new UserError('REGISTRY_CHANGED', { registry: before.name })
        await requireNotLent(transaction, id)
        const told = { registry_id: id, registry: row.name, url: access.url.origin, changed }
        await emit(transaction, 'registry.updated', told, actor)
      },
      exists(name ?? ''),
    )
    return health
  }

  /** @throws {UserError} REGISTRY_IN_USE, whoever refers to it */
  async delete(id: number, actor: Actor): Promise<void> {
    const { name } = await this.get(id)
    try {
      await this.database.transaction(async (transaction) => {
        const [gone] = await transaction.rows(sql`delete from registry_endpoint where id = ${id} returning id`)
        if (!gone) throw new UserError('REGISTRY_NOT_FOUND', { registry: id })
        await emit(transaction, 'registry.deleted', { registry_id: id, registry: name }, actor)
      })
    } catch (error) {
      if (readDatabaseFailure(error)?.kind !== 'foreign-key') throw error
      throw new UserError('REGISTRY_IN_USE', { registry: name }, { cause: error })
    }
  }

  /**
   * Looks at a registry as it is set up, or as the body says. The stored secret goes nowhere else than where it was given for, and to
   * nobody who is trusted otherwise.
   *
   * @throws {UserError} REGISTRY_UNHEALTHY saying why
   */
  async ping({ id, type, ...changes }: RegistryPing): Promise<void> {
    const before = typeof id === 'number' && id > 0 ? await this.require(id) : undefined
    if (!before && typeof changes.url !== 'string') throw new UserError('BAD_REGISTRY_URL', { url: '' })
    const merged = this.merge(before ?? this.unknown(type ?? '', changes.url ?? ''), changes)
    if (merged.isElsewhere || merged.isTrustedOtherwise) throw new UserError('REGISTRY_SECRET_NEEDED')
    const { status, detail } = await this.look(merged)
    if (status === 'unhealthy') throw new UserError('REGISTRY_UNHEALTHY', { detail })
  }

  private async look(endpoint: Endpoint): Promise<Health> {
    await using connection = this.connections.tryOut(endpoint)
    return await checkHealth(connection)
  }

  private async require(id: number): Promise<Endpoint> {
    const endpoint = await this.connections.find(id)
    if (!endpoint) throw new UserError('REGISTRY_NOT_FOUND', { registry: id })
    return endpoint
  }

  private unknown(type: string, url: string): Endpoint {
    const access = { url: new URL(requireAddress(url)), accessKey: '', secret: '' }
    return { name: '', provider: requireProvider(type), access, verifyCertificate: true, authority: '', version: 0 }
  }

  private merge(before: Endpoint, changes: Omit<RegistryUpdate, 'name' | 'description'>): Merged {
    const url = typeof changes.url === 'string' ? new URL(requireAddress(changes.url)) : before.access.url
    const given = changes.access_secret === rest.MASKED_SECRET ? undefined : (changes.access_secret ?? undefined)
    const verifyCertificate = typeof changes.insecure === 'boolean' ? !changes.insecure : before.verifyCertificate
    const authority =
      typeof changes.ca_certificate === 'string' ? requireCertificate(changes.ca_certificate) : before.authority
    const keepsSecret = given === undefined && before.access.secret !== ''
    return {
      ...before,
      access: { url, accessKey: changes.access_key ?? before.access.accessKey, secret: given ?? before.access.secret },
      verifyCertificate,
      authority,
      isElsewhere: keepsSecret && url.origin !== before.access.url.origin,
      isTrustedOtherwise:
        keepsSecret && ((before.verifyCertificate && !verifyCertificate) || authority !== before.authority),
    }
  }
}
