import type { Outbound, OutboundResponse } from '@berth/outbound'
import { basic, type Credentials, readAnswer, RegistryError, retry } from '@berth/registry-client'
import { z } from 'zod'

/** Bytes of one answer; entries of one page, and of a whole list. */
const MAX_ANSWER = 16 * 1024 * 1024
const PAGE = 100
const MAX_ENTRIES = 200_000
/** For one answer with all its bytes: a source that sends one now and then holds nobody up. */
const PATIENCE_MS = 120_000

const page = z.array(z.unknown()).nullable()
const system = z.object({ harbor_version: z.string().max(64).default('') })
const account = z.object({ sysadmin_flag: z.boolean().default(false), has_admin_role: z.boolean().default(false) })

interface Access {
  readonly url: URL
  readonly credentials: Credentials
  readonly outbound: Pick<Outbound, 'request'>
  readonly stop: AbortSignal
}

/** The source is none that can be imported. */
export class SourceError extends Error {
  override name = 'SourceError'
}

/** A list with what of it could not be understood. */
export interface Listed<Row> {
  readonly rows: readonly Row[]
  /** How many entries were nothing that Harbor says. */
  readonly strange: number
}

/** The API of a Harbor elsewhere, which is only read. Methods fail with `RegistryError` or `OutboundError` where it gives no answer of use. */
export class HarborApi {
  private constructor(
    private readonly access: Access,
    private readonly base: string,
    /** As the registry says; empty where it does not. */
    readonly version: string,
  ) {}

  /** @throws {SourceError} where it is no Harbor, or the account does not see all of it */
  static async open(access: Access): Promise<HarborApi> {
    // Before 2.0 there was no path of the version.
    const bases = ['/api/v2.0', '/api']
    for (const base of bases) {
      const api = new HarborApi(access, base, '')
      const found = await api.get('systeminfo', system).catch((error: unknown) => {
        if (error instanceof RegistryError && !error.isTransient && !error.isOfSignIn && error.status !== 401) return
        throw error
      })
      if (!found) continue
      await api.requireAdministrator()
      return new HarborApi(access, base, found.harbor_version)
    }
    throw new SourceError(`${access.url.host} is no Harbor: it has no /api/v2.0/systeminfo`)
  }

  /** Whether it is of the time before artifacts. */
  get isBeforeArtifacts(): boolean {
    return this.base === '/api'
  }

  /** Undefined where there is no such thing. @param path below the base, with its query */
  async get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema> | undefined> {
    return retry(this.access.stop, async () => {
      const response = await this.ask(path)
      return response && (await readAnswer(response, schema, MAX_ANSWER))
    })
  }

  /**
   * All of a list, page after page by their numbers: nothing that the source answers leads to another address. It ends with the first page
   * that is not full, or has nothing new. Empty where there is no such list.
   *
   * @throws {SourceError} for more than anybody has
   */
  async list<Schema extends z.ZodType>(path: string, schema: Schema): Promise<Listed<z.output<Schema>>> {
    const rows: z.output<Schema>[] = []
    let strange = 0
    for await (const entries of this.pages(path)) {
      for (const entry of entries) {
        const parsed = schema.safeParse(entry)
        if (parsed.success) rows.push(parsed.data)
        else strange += 1
      }
    }
    return { rows, strange }
  }

  /** The pages of a list, for one that is too long to be held. */
  async *pages(path: string): AsyncGenerator<readonly unknown[]> {
    const seen = new Set<string>()
    const separator = path.includes('?') ? '&' : '?'
    for (let number = 1, count = 0; ; number += 1) {
      const found = (await this.get(`${path}${separator}page=${number}&page_size=${PAGE}`, page)) ?? []
      const entries = found.filter((entry) => isNew(entry, seen))
      count += entries.length
      if (count > MAX_ENTRIES)
        throw new SourceError(`${this.access.url.host} lists more than ${MAX_ENTRIES} entries at ${path}`)
      if (entries.length > 0) yield entries
      // A list that knows no pages is the same each time.
      if (found.length < PAGE || entries.length === 0) return
    }
  }

  private async ask(path: string): Promise<OutboundResponse | undefined> {
    const { url, credentials, outbound, stop } = this.access
    const response = await outbound.request(new URL(`${this.base}/${path}`, url), {
      headers: { accept: 'application/json', authorization: basic(credentials) },
      signal: AbortSignal.any([stop, AbortSignal.timeout(PATIENCE_MS)]),
    })
    if (response.status === 404) {
      response.drop()
      return undefined
    }
    if (response.status !== 200) throw await RegistryError.of(response)
    return response
  }

  private async requireAdministrator(): Promise<void> {
    const found = await this.get('users/current', account).catch((error: unknown) => {
      if (error instanceof RegistryError && [401, 403].includes(error.status)) return undefined
      throw error
    })
    if (!found) throw new SourceError(`${this.access.url.host} does not let ${this.access.credentials.username} in`)
    if (!found.sysadmin_flag && !found.has_admin_role)
      throw new SourceError(
        `${this.access.credentials.username} is no system administrator of ${this.access.url.host}, and sees but a part of it`,
      )
  }
}

const identity = z.union([
  z.looseObject({ id: z.union([z.number(), z.string()]) }).transform(({ id }) => `id ${id}`),
  z.looseObject({ project_id: z.number() }).transform(({ project_id: id }) => `project ${id}`),
  z.looseObject({ user_id: z.number() }).transform(({ user_id: id }) => `user ${id}`),
  z.looseObject({ digest: z.string() }).transform(({ digest }) => digest),
  z.looseObject({ name: z.string() }).transform(({ name }) => `name ${name}`),
])

/** What a list says twice counts once: a page may have moved while it was read. */
function isNew(entry: unknown, seen: Set<string>): boolean {
  const { data = JSON.stringify(entry) } = identity.safeParse(entry)
  if (seen.has(data)) return false
  seen.add(data)
  return true
}
