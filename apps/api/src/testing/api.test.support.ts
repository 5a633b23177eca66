import { Database } from '@berth/database'
import { PostgresMetadata } from '@berth/metadata'
import { createLogger } from '@berth/telemetry'
import {
  createTestDatabase,
  generateTokenKeys,
  type RedisServer,
  startRedis,
  type TestDatabase,
  type TokenKeys,
} from '@berth/testkit'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { createApp } from '../create-app.js'
import type { ApiSettings } from '../api-settings.js'
import { hashSecret } from '../identity/credentials/secret.js'
import { contentOf } from './content.test.support.js'
import { expectDocumented } from './contract.test.support.js'

const SECRET_KEY = 'ab'.repeat(32)
export const ADMIN_PASSWORD = 'Harbor12345'
export const USER_PASSWORD = 'Passw0rd'

export interface ApiRequest {
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path with query; those that do not start with `/` are below `/api/v2.0/`. */
  readonly path: string
  /** `name` or `name:password`; the test users share a password. */
  readonly as?: string
  readonly body?: unknown
  readonly form?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

export interface ApiAnswer {
  readonly status: number
  // Tests look into answers of any shape.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any
  readonly text: string
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  readonly cookies: Readonly<Record<string, string>>
  readonly reason: string | undefined
}

export interface RobotGrant {
  readonly scope: 'system' | 'all' | number
  readonly permissions: readonly string[]
  readonly repositories?: readonly string[]
  readonly tags?: readonly string[]
}

/** The whole api over a real PostgreSQL and Redis, called without a network. */
export class ApiUnderTest implements AsyncDisposable {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: TestDatabase,
    readonly redis: RedisServer,
    readonly keys: TokenKeys,
    /** The pool of the registry that would stand beside the api, and what it does over it. */
    readonly registry: Database,
    readonly metadata: PostgresMetadata,
    readonly content: ReturnType<typeof contentOf>,
  ) {}

  static async start(changes: Partial<ApiSettings> = {}): Promise<ApiUnderTest> {
    const [database, redis, keys] = await Promise.all([createTestDatabase(), startRedis(), generateTokenKeys()])
    const settings: ApiSettings = {
      service: { host: '127.0.0.1', port: 1, logLevel: 'error' },
      database: { ...database.settings, password: database.settings.password, poolSize: 6 },
      redis: { ...redis.settings },
      secretKey: SECRET_KEY,
      externalUrl: undefined,
      proxyHops: 1,
      outboundAllow: ['127.0.0.1', 'localhost'],
      components: {
        registryUrl: 'http://127.0.0.1:1',
        jobserviceUrl: 'http://127.0.0.1:1',
        portalUrl: 'http://127.0.0.1:1',
      },
      caDownload: undefined,
      seed: { adminPassword: ADMIN_PASSWORD, reload: false, settings: {} },
      reclaimDelaySeconds: 604_800,
      token: { privateKey: keys.privateKey, service: 'harbor-registry', issuer: 'harbor-token-issuer' },
      ...changes,
    }
    const app = await createApp(settings, createLogger({ service: 'api', level: 'error' }))
    await app.init()
    await app.getHttpAdapter().getInstance().ready()
    const registry = new Database({ ...database.settings, poolSize: 4 })
    const metadata = new PostgresMetadata(registry)
    return new ApiUnderTest(app, database, redis, keys, registry, metadata, contentOf(metadata))
  }

  async call({ method = 'GET', path, as, body, form, headers = {} }: ApiRequest): Promise<ApiAnswer> {
    const credentials =
      as === undefined || as.includes(':') ? as : `${as}:${as === 'admin' ? ADMIN_PASSWORD : USER_PASSWORD}`
    const url = path.startsWith('/') ? path : `/api/v2.0/${path}`
    const response = await this.app.inject({
      method,
      url,
      headers: {
        ...(credentials === undefined ? {} : { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }),
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body as object }),
      ...(form === undefined ? {} : { payload: new URLSearchParams(form).toString() }),
    })
    expectDocumented({
      method,
      path: url,
      status: response.statusCode,
      type: response.headers['content-type'] ?? '',
      text: response.payload,
    })
    const json = (response.headers['content-type'] ?? '').includes('json') && response.payload !== ''
    const parsed = json ? JSON.parse(response.payload) : undefined
    return {
      status: response.statusCode,
      body: parsed,
      text: response.payload,
      headers: response.headers,
      cookies: Object.fromEntries(response.cookies.map((cookie) => [cookie.name, cookie.value])),
      reason: parsed?.errors?.[0]?.reason,
    }
  }

  /** Makes a user with {@link USER_PASSWORD}. @returns the id */
  async createUser(username: string): Promise<number> {
    const answer = await this.call({
      method: 'POST',
      path: 'users',
      as: 'admin',
      body: { username, email: `${username}@example.com`, realname: username, password: USER_PASSWORD },
    })
    if (answer.status !== 201) throw new Error(answer.text)
    return Number(String(answer.headers['location']).split('/').at(-1))
  }

  /** Makes a project as its owner. @returns the id */
  async createProject(name: string, owner: string, isPublic = false): Promise<number> {
    const answer = await this.call({
      method: 'POST',
      path: 'projects',
      as: owner,
      body: { project_name: name, metadata: { public: String(isPublic) } },
    })
    if (answer.status !== 201) throw new Error(answer.text)
    return Number(String(answer.headers['location']).split('/').at(-1))
  }

  /** Gives a user a role in a project. */
  async addMember(project: string, owner: string, username: string, role: number): Promise<void> {
    const answer = await this.call({
      method: 'POST',
      path: `projects/${project}/members`,
      as: owner,
      body: { role_id: role, member_user: { username } },
    })
    if (answer.status !== 201) throw new Error(answer.text)
  }

  /** Makes a robot: of a project where it is given one, otherwise of the system. @returns credentials for {@link call} */
  async createRobot(
    name: string,
    grants: readonly RobotGrant[],
    project?: { id: number; name: string },
  ): Promise<string> {
    const secret = `secret of ${name}`
    const robot = await this.database.pool.query<{ id: number }>(
      `with made as (insert into robot (name, level, project_id) values ($1, $2, $3) returning id)
       insert into credential (kind, robot_id, hash) select 'robot', id, $4 from made returning robot_id as id`,
      [name, project ? 'project' : 'system', project?.id ?? null, hashSecret(secret, SECRET_KEY)],
    )
    for (const { scope, permissions, repositories, tags } of grants) {
      const [kind, projectId] = typeof scope === 'number' ? ['project', scope] : [scope, null]
      await this.database.pool.query(
        `insert into robot_grant (robot_id, scope, project_id, permissions, repositories, tags)
         values ($1, $2, $3, $4, $5, $6)`,
        [robot.rows[0]?.id, kind, projectId, permissions, repositories ?? null, tags ?? null],
      )
    }
    return `robot$${project ? `${project.name}+` : ''}${name}:${secret}`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.app.close()
    await this.registry.close()
    await this.redis[Symbol.asyncDispose]()
    await this.database[Symbol.asyncDispose]()
  }
}
