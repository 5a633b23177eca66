import { Inject, Injectable } from '@nestjs/common'
import type { rest } from '@berth/contracts'
import { createHealth, type Health, type HealthReport } from '@berth/telemetry'
import { Redis } from 'ioredis'
import type { z } from 'zod'
import { Database } from '../../database/database.js'
import { type ApiSettings, SETTINGS } from '../../api-settings.js'
import { StorageRoom } from './storage-room.js'

export type OverallHealth = z.output<typeof rest.overallHealth>

/** How long a report is given again, so that questions of anyone cost little. */
const LIFE_MS = 1000

const FULL = 'the disk of the blobs is full up to its reserve: nothing can be pushed until there is room'
const REDIS_CANNOT_WRITE =
  'redis cannot write to its disk: nobody can sign in to the portal, and no job starts, until it can'

/** What the operator can do something about, and anybody may know. */
const TOLD: ReadonlySet<string | undefined> = new Set([FULL, REDIS_CANNOT_WRITE])

/** How the platform is, in the names that Harbor gives its components. */
@Injectable()
export class HealthService {
  private readonly own: Health
  private readonly all: Health
  private last: { readonly report: Promise<HealthReport>; readonly until: number } | undefined

  constructor(database: Database, redis: Redis, room: StorageRoom, @Inject(SETTINGS) { components }: ApiSettings) {
    const answers = (url: string) => async (signal: AbortSignal) => {
      const response = await fetch(url, { signal, redirect: 'manual' })
      await response.body?.cancel()
      if (response.status >= 400) throw new Error(`answers ${response.status}`)
    }
    const postgresql = () => database.ping()
    const ping = async () => {
      await redis.ping().catch((error: unknown) => {
        throw error instanceof Error && error.message.startsWith('MISCONF ')
          ? new Error(REDIS_CANNOT_WRITE, { cause: error })
          : error
      })
    }
    const registry = answers(`${components.registryUrl}/healthz`)
    const storage = async (signal: AbortSignal) => {
      if (await room.isFull(signal)) throw new Error(FULL)
    }
    this.own = createHealth({ database: postgresql })
    this.all = createHealth({
      core: () => Promise.resolve(),
      database: postgresql,
      jobservice: answers(`${components.jobserviceUrl}/healthz`),
      portal: answers(components.portalUrl),
      redis: ping,
      registry,
      registryctl: registry,
      storage,
    })
  }

  /** Whether this process can do its work: without Redis it still answers Basic authentication and tokens. */
  check(): Promise<HealthReport> {
    return this.own.check()
  }

  /** Why something is unhealthy stays in the logs, but that a disk is full: the answer is for anyone. */
  async overall(): Promise<OverallHealth> {
    if (!this.last || this.last.until < Date.now()) {
      this.last = { report: this.all.check(), until: Date.now() + LIFE_MS }
    }
    const { status, components } = await this.last.report
    return {
      status,
      components: components.map(({ name, status, error }) => ({
        name,
        status,
        ...(error !== undefined && { error: TOLD.has(error) ? error : `${name} does not answer as it should` }),
      })),
    }
  }
}
