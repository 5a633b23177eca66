import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fillDatabase, type FillSizes } from '@berth/testkit'
import { LoadError } from '../load/outcome.js'
import { startNativeInstallation, type InstallationOptions } from '../servers/berth/native-installation.js'
import type { RestCaller, RestWorkload } from './rest-workloads.js'

/** Where PostgreSQL listens, counted from `native_port_base`, which is one below the proxy's port. */
const DATABASE_OFFSET = 431
/** The first that fillDatabase makes beside the administrator: number 2. */
const USER = 'user-00002'
const PAGE = 10
const SETTLE_MILLISECONDS = 10_000
const QUICK_MILLISECONDS = 100

const basic = (name: string, password: string) => `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`

/** Berth as it is installed, with rows in its database. */
export interface RestServer extends AsyncDisposable {
  readonly url: string
  readonly title: string
  /** The shells that hold its processes. */
  readonly processRoots: readonly number[]
  /** Replaces all that the database holds. */
  fill(sizes: FillSizes, tell: (line: string) => void): Promise<void>
  /** Path and query that the workload asks for. */
  pathOf(workload: RestWorkload): Promise<string>
  authorization(caller: RestCaller): string
  /** Resolves when each of the paths is answered as quickly twice in a row as a server at rest does, or after some seconds. */
  settle(authorization: string, paths: readonly string[]): Promise<void>
}

export async function startRestServer(options: InstallationOptions): Promise<RestServer> {
  const installation = await startNativeInstallation(options)
  const { url, adminPassword, version } = installation
  const database = {
    host: '127.0.0.1',
    port: Number(new URL(url).port) + DATABASE_OFFSET,
    user: 'berth',
    password: (await readFile(join(options.folder, 'data/secret/database-password'), 'utf8')).trim(),
    database: 'berth',
    poolSize: 1,
  }
  const authorization = (caller: RestCaller) => basic(caller === 'user' ? USER : 'admin', adminPassword)

  const get = async (path: string, caller: RestCaller) => {
    const response = await fetch(url + path, { headers: { authorization: authorization(caller) } })
    if (!response.ok) throw new LoadError(`GET ${path} was answered with ${response.status}: ${await response.text()}`)
    await response.arrayBuffer()
    return response.headers
  }
  return {
    url,
    title: `Berth ${version}`,
    processRoots: [installation.pid],
    authorization,
    async fill(sizes, tell) {
      await fillDatabase(database, sizes, tell)
      const response = await fetch(`${url}/api/v2.0/users/2/password`, {
        method: 'PUT',
        headers: { authorization: authorization('administrator'), 'content-type': 'application/json' },
        body: JSON.stringify({ new_password: adminPassword }),
      })
      if (!response.ok) throw new LoadError(`giving ${USER} a password was answered with ${response.status}`)
    },
    async pathOf({ path: short, page, as = 'administrator' }) {
      const path = `/api/v2.0/${short}`
      if (page === undefined) return path
      const total = Number((await get(path, as)).get('x-total-count'))
      const last = Math.max(1, Math.ceil(total / PAGE))
      const at = (number: number) => `${path}${path.includes('?') ? '&' : '?'}page=${number}&page_size=${PAGE}`
      if (page === 'last') return at(last)
      const link = (await get(at(Math.ceil(last / 2)), as)).get('link') ?? ''
      return /<([^>]*)>; rel="next"/.exec(link)?.[1] ?? at(last)
    },
    async settle(credentials, paths) {
      const until = performance.now() + SETTLE_MILLISECONDS
      for (let quick = 0; quick < 3 && performance.now() < until;) {
        const begun = performance.now()
        for (const path of paths) {
          const response = await fetch(url + path, {
            headers: { authorization: credentials },
            signal: AbortSignal.timeout(2 * SETTLE_MILLISECONDS),
          })
          await response.arrayBuffer()
        }
        quick = performance.now() - begun < QUICK_MILLISECONDS * paths.length ? quick + 1 : 0
      }
    },
    [Symbol.asyncDispose]: () => installation[Symbol.asyncDispose](),
  }
}
