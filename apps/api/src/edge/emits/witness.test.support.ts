import { type EventType, eventTable } from '@berth/contracts'
import { expect } from 'vitest'
import type { ApiRequest, ApiUnderTest } from '../../testing/api.test.support.js'

interface EventRow {
  readonly type: EventType
  readonly project_id: number | null
  readonly repository_id: string | null
  readonly repository: string | null
  readonly actor_kind: string
  readonly actor_name: string
  readonly address: string | null
  readonly request_id: string | null
  readonly payload: Record<string, unknown>
}

export type Witness = ReturnType<typeof witnessOf>

/** The project that routes are tried in, as its events name it. */
export interface InProject {
  readonly project_id: number
  readonly project: string
}

/** Whoever events are about, as they name them. */
export interface About {
  readonly user_id: number
  readonly user: string
}

/** Sees which events routes leave, and holds each against the table of events. */
export function witnessOf(api: ApiUnderTest) {
  /** What each route was seen to write down. */
  const seen = new Map<string, Set<EventType>>()

  async function eventsOf(work: () => Promise<unknown>): Promise<EventRow[]> {
    const { rows: before } = await api.database.pool.query<{ last: string }>(
      'select coalesce(max(id), 0) as last from event',
    )
    await work()
    const { rows } = await api.database.pool.query<EventRow>('select * from event where id > $1 order by id', [
      before[0]?.last,
    ])
    return rows
  }

  /** Calls a route, and holds the events against the table and against what is expected of them: one, or those that `before` has first. */
  async function change(
    route: string,
    { call: by = api, ...request }: ApiRequest & { readonly call?: Pick<ApiUnderTest, 'call'> },
    type: EventType,
    payload: object,
    actor = 'admin',
    before: readonly { readonly type: EventType; readonly payload: object }[] = [],
  ) {
    let status = 0
    const events = await eventsOf(async () => {
      const answer = await by.call(by === api ? { as: 'admin', ...request } : request)
      ;({ status } = answer)
    })
    const all = [...before, { type, payload }]
    expect({ route, ok: status < 300 || status === 302, events }).toMatchObject({
      route,
      ok: true,
      events: all.map((one) => ({
        type: one.type,
        actor_name: actor,
        address: '127.0.0.1',
        request_id: expect.any(String) as unknown,
      })),
    })
    const told = events.map((event) => ({
      ...event.payload,
      ...(event.project_id !== null && { project_id: event.project_id }),
      ...(event.repository !== null && { repository: event.repository, repository_id: Number(event.repository_id) }),
    }))
    expect(told).toMatchObject(all.map((one) => one.payload))
    for (const [place, one] of all.entries()) {
      expect(eventTable[one.type].safeParse(told[place]).error).toBeUndefined()
      seen.set(route, (seen.get(route) ?? new Set()).add(one.type))
    }
  }

  /** The number that a statement answers. */
  async function numberOf(statement: string): Promise<number> {
    const { rows } = await api.database.pool.query<{ id: string }>(statement)
    return Number(rows[0]?.id)
  }

  return { api, seen, eventsOf, change, numberOf }
}
