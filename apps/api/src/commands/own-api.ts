import { type Actor, BUILT_IN_ADMIN_ID } from '@berth/contracts'
import { createLogger } from '@berth/telemetry'
import type { Subject } from '@berth/rbac'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import sql from 'sql-template-tag'
import { WhoAsks } from '../access/who-asks.js'
import type { ApiSettings } from '../api-settings.js'
import { createApp } from '../create-app.js'
import { Database } from '../database/database.js'
import type { Berth, BerthAnswer, BerthRequest } from '../exchange/import/berth.js'

const PREFIX = '/api/v2.0/'

/** The whole api within a command: asked as by a client, with all that it checks and writes down, and reached by nobody else. */
export class OwnApi implements Berth, AsyncDisposable {
  private constructor(
    private readonly app: NestFastifyApplication,
    readonly database: Database,
    /** Whoever gives commands on the machine is the built-in administrator. */
    readonly actor: Actor,
  ) {}

  static async start(settings: ApiSettings): Promise<OwnApi> {
    const app = await createApp(settings, createLogger({ service: 'api', level: 'error' }, process.stderr))
    try {
      await app.init()
      await app.getHttpAdapter().getInstance().ready()
      const database = app.get(Database, { strict: false })
      const admin = await database.row<{ username: string }>(
        sql`select username from "user" where id = ${BUILT_IN_ADMIN_ID}`,
      )
      const name = admin?.username ?? 'admin'
      const subject: Subject = { kind: 'user', id: BUILT_IN_ADMIN_ID, name, sysadmin: true, grants: [] }
      app.get(WhoAsks, { strict: false }).identify = () => Promise.resolve({ subject, via: 'header' })
      return new OwnApi(app, database, { kind: 'user', id: BUILT_IN_ADMIN_ID, name })
    } catch (error) {
      await app.close()
      throw error
    }
  }

  async send({ method, path, body }: BerthRequest): Promise<BerthAnswer> {
    const response = await this.app.inject({
      method,
      url: path.startsWith('/') ? path : `${PREFIX}${path}`,
      headers: { 'x-is-resource-name': 'true' },
      ...(body && { payload: body }),
    })
    const isJson = response.headers['content-type']?.includes('json') === true && response.payload !== ''
    return { status: response.statusCode, body: isJson ? JSON.parse(response.payload) : undefined }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.app.close()
  }
}
