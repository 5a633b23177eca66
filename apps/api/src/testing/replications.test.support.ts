import { expect } from 'vitest'
import type { ApiUnderTest } from './api.test.support.js'

const policies = 'replication/policies'

/** Rules of replication to a registry elsewhere, which is made, as its administrator works with them. */
export async function replicationsOf(api: ApiUnderTest) {
  const { rows } = await api.database.pool.query<{ id: number }>(
    `insert into registry_endpoint (name, type, url, access_key, sealed_secret)
     values ('elsewhere', 'harbor', 'https://r.example', 'robot', 'v1.sealed') returning id`,
  )
  const registry = rows[0]?.id ?? 0
  const as = 'admin'
  const idOf = ({ headers }: { headers: Readonly<Record<string, unknown>> }) =>
    Number(String(headers['location']).split('/').at(-1))
  const create = (body: object) => api.call({ method: 'POST', path: policies, as, body })
  const push = (name: string, more: object = {}) => ({
    name,
    dest_registry: { id: registry },
    enabled: true,
    ...more,
  })
  return {
    registry,
    idOf,
    create,
    /** What creates a rule that pushes there. */
    push,
    put: (id: number, body: object) => api.call({ method: 'PUT', path: `${policies}/${id}`, as, body }),
    remove: (id: number) => api.call({ method: 'DELETE', path: `${policies}/${id}`, as }),
    get: async (id: number) => (await api.call({ path: `${policies}/${id}`, as })).body,
    start: (policy_id: number) => api.call({ method: 'POST', path: 'replication/executions', as, body: { policy_id } }),
    async make(name: string, more: object = {}): Promise<number> {
      const made = await create(push(name, more))
      expect(made).toMatchObject({ status: 201 })
      return idOf(made)
    },
  }
}
