import type { Actor } from '@berth/contracts'
import { Database } from '@berth/database'
import { digestOf, parseRepositoryName, parseTag } from '@berth/oci'
import { createTestDatabase } from '@berth/testkit'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { PostgresMetadata } from './postgres-metadata.js'
import { MOST_WAITING, PullEvents } from './pull-events.js'

const server = await createTestDatabase()
const database = new Database({ ...server.settings, poolSize: 2 })
const { pool } = server
const repository = parseRepositoryName('dev/app')
const digest = digestOf(Buffer.from('a'))
const alice: Actor = { kind: 'user', id: 7, name: 'alice', address: '192.0.2.1', requestId: 'r-1' }

let place: { repository_id: string; project_id: number } | undefined
beforeAll(async () => {
  const { rows } = await pool.query(
    `with owner as (insert into "user" (username, email, realname) values ('o', 'o@example.com', 'o') returning id),
     made as (insert into project (name, owner_id) select 'dev', id from owner returning id)
     insert into repository (project_id, name) select id, 'dev/app' from made returning id as repository_id, project_id`,
  )
  place = rows[0]
})
beforeEach(() => pool.query('truncate event, outbox'))
afterAll(async () => {
  await database.close()
  await server[Symbol.asyncDispose]()
})

it('of one caller and address are one event with their number, others have their own', async () => {
  const events = new PullEvents(database, () => {})
  const tag = parseTag('v1')
  for (const requestId of ['r-1', 'r-2', 'r-3']) events.add(digest, { repository, tag, by: { ...alice, requestId } })
  events.add(digest, { repository, by: alice })
  events.add(digest, { repository, tag, by: { kind: 'robot', id: 7, name: 'robot$ci', address: '192.0.2.1' } })
  events.add(digest, { repository, tag, by: { kind: 'anonymous', name: '', address: '192.0.2.2' } })
  events.add(digest, { repository: parseRepositoryName('dev/gone'), by: alice })
  await events.flush()
  await events.flush()
  const { rows } = await pool.query(
    `select type, project_id, repository_id, repository, actor_kind, actor_id, actor_name, address, request_id, payload
     from event join outbox on event_id = id order by id`,
  )
  const pulled = { type: 'artifact.pulled', ...place, repository: 'dev/app', request_id: null, address: '192.0.2.1' }
  const user = { actor_kind: 'user', actor_id: '7', actor_name: 'alice' }
  expect(rows).toEqual([
    { ...pulled, ...user, payload: { digest, tag: 'v1', count: 3 } },
    { ...pulled, ...user, payload: { digest, count: 1 } },
    { ...pulled, actor_kind: 'robot', actor_id: '7', actor_name: 'robot$ci', payload: { digest, tag: 'v1', count: 1 } },
    {
      ...pulled,
      actor_kind: 'anonymous',
      actor_id: null,
      actor_name: '',
      address: '192.0.2.2',
      payload: { digest, tag: 'v1', count: 1 },
    },
  ])
})

it('are bounded in memory: what is too many is told of, and what could not be written waits', async () => {
  let dropped = 0
  const away = new Database({ ...server.settings, port: 1, poolSize: 1 })
  const events = new PullEvents(away, (pulls) => (dropped += pulls))
  for (let id = 1; id <= MOST_WAITING; id += 1) events.add(digest, { repository, by: { ...alice, id } })
  for (let more = 0; more < 3; more += 1) events.add(digest, { repository, by: { ...alice, id: MOST_WAITING + 1 } })
  events.add(digest, { repository, by: { ...alice, id: 1 } })
  expect(dropped).toBe(3)
  await expect(events.flush()).rejects.toThrow()
  expect(dropped).toBe(3)
  events.add(digest, { repository, by: { ...alice, id: MOST_WAITING + 1 } })
  expect(dropped).toBe(4)
  await away.close()
})

it('are asked for where the audit log does not leave them out, which it does unless somebody says otherwise', async () => {
  const tells = async () => (await new PostgresMetadata(database).findPolicy(repository)).tellsPulls
  const leaveOut = (kinds: string) =>
    pool.query(
      `insert into setting (key, value) values ('disabled_audit_log_event_types', $1)
       on conflict (key) do update set value = excluded.value`,
      [JSON.stringify(kinds)],
    )
  expect(await tells()).toBe(false)
  for (const [kinds, told] of [
    ['', true],
    ['create_project', true],
    ['create_project, pull_artifact', false],
    ['pull_artifact', false],
  ] as const) {
    await leaveOut(kinds)
    expect(await tells(), kinds).toBe(told)
  }
})

it('are asked for where a webhook of the project is told of them, and in no other project', async () => {
  const tells = async (name = repository) => (await new PostgresMetadata(database).findPolicy(name)).tellsPulls
  const hear = (enabled: boolean, types: string) =>
    pool.query(
      `insert into webhook_policy (project_id, name, enabled, event_types, kind, address, payload_format, creator)
       select id, 'hook', $1, $2, 'http', 'http://hook.example/', 'Default', 'alice' from project where name = split_part($3, '/', 1)
       on conflict (project_id, name) do update set enabled = excluded.enabled, event_types = excluded.event_types`,
      [enabled, types, repository],
    )
  for (const [enabled, types, told] of [
    [true, '{PUSH_ARTIFACT}', false],
    [false, '{PUSH_ARTIFACT,PULL_ARTIFACT}', false],
    [true, '{PUSH_ARTIFACT,PULL_ARTIFACT}', true],
  ] as const) {
    await hear(enabled, types)
    expect(await tells(), types).toBe(told)
  }
  expect(await tells(parseRepositoryName('other/app'))).toBe(false)
  await pool.query('delete from webhook_policy')
})

it('of which nobody is told are no events', async () => {
  const metadata = new PostgresMetadata(database)
  const found = { digest, mediaType: 'application/json', size: 1, artifactId: '1' }
  metadata.countPull(found)
  await metadata.close()
  expect((await pool.query('select from event')).rowCount).toBe(0)
  metadata.countPull(found, { repository, by: alice })
  await metadata.close()
  expect((await pool.query('select from event')).rowCount).toBe(1)
})
