import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common'
import { type Actor, auditTable, type ErrorReason, type EventPayload } from '@berth/contracts'
import { emit } from '@berth/database'
import type { FastifyRequest } from 'fastify'
import sql from 'sql-template-tag'
import { pathParameter } from '../../access/path-parameter.js'
import { actorOf } from '../../access/subject.js'
import { Database } from '../../database/database.js'
import { Gathered } from '../../edge/gathered.js'
import { idOrNone } from '../../edge/path-id.js'
import { refusedResource } from './refused-resource.js'

const WINDOW_MS = 300_000
const MOST_TOLD = 1024
const MOST_OF_ONE = 128

/** Signing in writes these down by itself. That a code is needed as well is a step on the way in. */
const toldElsewhere = new Set<string>([
  'WRONG_CREDENTIALS',
  'WRONG_CODE',
  'CODE_NEEDED',
  'TOKEN_NEEDED',
  'CREDENTIAL_EXPIRED',
  'ROBOT_DISABLED',
  'IDENTITY_NAME_TAKEN',
  'TOO_MANY_FAILED_LOGINS',
] satisfies ErrorReason[])

interface Refused {
  readonly payload: Omit<EventPayload<'change.refused'>, 'count'>
  readonly actor: Actor
}

/** Writes down changes that did not come about: refused by a right or a rule, not understood, or failed. Those of one caller together. */
@Injectable()
export class RefusedChanges implements BeforeApplicationShutdown {
  private readonly refused: Gathered<Refused>

  constructor(private readonly database: Database) {
    this.refused = new Gathered({
      name: 'RefusedChanges',
      windowMs: WINDOW_MS,
      most: MOST_TOLD,
      mostOfOne: MOST_OF_ONE,
      write: ({ payload, actor }, count) => emit(this.database, 'change.refused', { ...payload, count }, actor),
      writeOthers: (count) => this.emitOthers(count),
    })
  }

  /** Writes a refused request down, where it would have changed something. */
  async tell(request: FastifyRequest): Promise<void> {
    const { change, refusal } = request
    if (!change || !refusal || toldElsewhere.has(refusal.reason)) return
    const { operation, resourceType } = auditTable[change.type]
    const actor = actorOf(request)
    const project = request.aimedAt?.id
    const payload = {
      ...(project !== undefined && { project_id: project }),
      operation,
      resource_type: resourceType,
      resource: await this.resourceOf(request, resourceType),
      route: `${request.method} ${request.routeOptions.url ?? ''}`,
      ...refusal,
    }
    const caller = actor.id === undefined ? (actor.address ?? '') : `${actor.kind} ${actor.id}`
    await this.refused.tell(caller, [payload.route, payload.resource, refusal.reason].join('\0'), { payload, actor })
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.refused.flush()
  }

  /** Users are named by their ids, which tell nobody anything. */
  private async resourceOf(request: FastifyRequest, resourceType: string): Promise<string> {
    const id = idOrNone(pathParameter(request, 'user_id'))
    if (id === 0) return refusedResource(request, resourceType)
    const row = await this.database.row<{ username: string }>(sql`select username from "user" where id = ${id}`)
    return row?.username ?? String(id)
  }

  private emitOthers(count: number): Promise<void> {
    const payload = {
      operation: 'refuse',
      resource_type: 'change',
      resource: '',
      route: '',
      status: 0,
      reason: '',
      count,
    }
    return emit(this.database, 'change.refused', payload, { kind: 'system', name: 'api' })
  }
}
