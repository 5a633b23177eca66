import type { Queryable } from '@berth/database'
import sql from 'sql-template-tag'
import { Connection } from './connection.js'
import type { Endpoint } from './endpoint.js'
import { type EndpointSecrets, endpointSecrets } from './endpoint-secrets.js'
import { providers } from './providers/providers.js'

interface EndpointRow {
  readonly id: number
  readonly name: string
  readonly type: string
  readonly url: string
  readonly access_key: string
  readonly sealed_secret: string | null
  readonly insecure: boolean
  readonly ca_certificate: string
  readonly version: number
  readonly rests_until: Date | null
}

interface Shared {
  readonly connection: Connection
  users: number
}

export interface EndpointsOptions {
  readonly database: Queryable
  /** The installation's. */
  readonly secretKey: string
  /** Hosts, addresses and networks inside that endpoints may be at. */
  readonly allow: readonly string[]
}

/** A connection that others use as well. Disposed of, it is given back. */
export interface SharedConnection extends AsyncDisposable, Omit<Connection, 'restUntil' | typeof Symbol.asyncDispose> {}

/**
 * Connections to endpoints as they are stored: everybody who asks for the same endpoint shares one, until it is changed. Its change is seen
 * at once, for its row is read each time.
 */
export class Endpoints implements AsyncDisposable {
  readonly #options: EndpointsOptions
  readonly #secrets: EndpointSecrets
  readonly #shared = new Map<number, Shared>()

  constructor(options: EndpointsOptions) {
    this.#options = options
    this.#secrets = endpointSecrets(options.secretKey)
  }

  /** Undefined where there is no such endpoint. @throws {SealError} where its secret was sealed with another key */
  async connect(id: number): Promise<SharedConnection | undefined> {
    const row = await this.#read(id)
    if (!row) return undefined
    const known = this.#shared.get(id)
    if (row.rests_until) known?.connection.restUntil(row.rests_until)
    if (known?.connection.endpoint.version === row.version) return this.#share(known)
    const fresh = { connection: this.#open(row), users: 0 }
    this.#shared.set(id, fresh)
    if (known) await this.#end(id, known)
    return this.#share(fresh)
  }

  /** An endpoint with its secret. Undefined where there is none. */
  async find(id: number): Promise<Endpoint | undefined> {
    const row = await this.#read(id)
    return row && this.#endpointOf(row)
  }

  /** A connection of the caller's own, to what is not stored, or may be at odds with what is. */
  tryOut(endpoint: Endpoint): Connection {
    return new Connection({ endpoint, allow: this.#options.allow })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const all = [...this.#shared.values()]
    this.#shared.clear()
    await Promise.all(all.map(({ connection }) => connection[Symbol.asyncDispose]()))
  }

  #share(shared: Shared): SharedConnection {
    const { connection } = shared
    shared.users += 1
    let isGivenBack = false
    return {
      endpoint: connection.endpoint,
      registry: (signal, attempts) => connection.registry(signal, attempts),
      repositories: (under, signal) => connection.repositories(under, signal),
      artifacts: (name, signal) => connection.artifacts(name, signal),
      prepare: (name, signal) => connection.prepare(name, signal),
      deleteTag: (name, tag, signal) => connection.deleteTag(name, tag, signal),
      [Symbol.asyncDispose]: async () => {
        if (isGivenBack) return
        isGivenBack = true
        shared.users -= 1
        await this.#end(connection.endpoint.id ?? 0, shared)
      },
    }
  }

  /** Where nobody uses it, and another one has its place. */
  async #end(id: number, shared: Shared): Promise<void> {
    if (shared.users === 0 && this.#shared.get(id) !== shared) await shared.connection[Symbol.asyncDispose]()
  }

  #open(row: EndpointRow): Connection {
    const { database, allow } = this.#options
    const { id, version } = row
    return new Connection({
      endpoint: this.#endpointOf(row),
      allow,
      restsUntil: row.rests_until ?? undefined,
      // Another process is to know; where it does not get to, it finds out by itself.
      onRefused: (until) =>
        void database
          .rows(sql`update registry_endpoint set rests_until = ${until} where id = ${id} and version = ${version}`)
          .catch(() => undefined),
    })
  }

  /** @param id as somebody gave it: whatever is no id is nobody's */
  async #read(id: number): Promise<EndpointRow | undefined> {
    const [row] = await this.#options.database.rows<EndpointRow & Record<string, unknown>>(sql`
      select id, name, type, url, access_key, sealed_secret, insecure, ca_certificate, version, rests_until
      from registry_endpoint where id = ${id}::bigint`)
    return row
  }

  #endpointOf(row: EndpointRow): Endpoint {
    const provider = providers.get(row.type)
    if (!provider) throw new Error(`The registry ${row.name} is of the kind ${row.type}, which there is not.`)
    return {
      id: row.id,
      name: row.name,
      provider,
      access: {
        url: new URL(row.url),
        accessKey: row.access_key,
        secret: this.#secrets.open(row.sealed_secret, row.id),
      },
      verifyCertificate: !row.insecure,
      authority: row.ca_certificate,
      version: row.version,
    }
  }
}
