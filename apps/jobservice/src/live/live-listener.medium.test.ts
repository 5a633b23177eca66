import { LIVE_CHANNEL } from '@berth/contracts'
import { Database, Notices } from '@berth/database'
import { createLogger } from '@berth/telemetry'
import { createTestDatabase, waitUntil } from '@berth/testkit'
import { expect, test } from 'vitest'
import { dispatchEvents } from '../engine/events/dispatch-events.js'
import { createListenerTable } from '../engine/events/listener-table.js'
import { emitOne } from '../testing/emit-one.js'
import { stackOfEachTest } from '../testing/stack-of-each-test.js'
import { liveListener } from './live-listener.js'

const stack = stackOfEachTest()

test('tells of each event once it is dispatched, and again of none', async () => {
  const { settings, pool } = stack.use(await createTestDatabase())
  const database = new Database(settings)
  stack.defer(() => database.close())
  const heard: string[] = []
  const listening = Promise.withResolvers<void>()
  const onNotice = (text: string) => void heard.push(text)
  const notices = new Notices(settings, { channel: LIVE_CHANNEL, onNotice, onListening: listening.resolve })
  notices.start()
  stack.defer(() => notices.stop())
  await listening.promise
  const logger = createLogger({ service: 'jobservice', level: 'error' }, { write: () => {} })
  const listeners = createListenerTable([liveListener], new Map())
  const dispatch = () =>
    dispatchEvents({ database, jobs: new Map(), listeners, logger, onFailure: (name) => expect.fail(name) }, 100)
  await emitOne(pool, 'v1')
  await emitOne(pool, 'v2')
  expect(heard).toEqual([])
  await dispatch()
  await dispatch()
  await waitUntil(() => heard.length > 0, { what: 'it is told' })
  const place = { type: 'tag.deleted', project_id: 1, repository: 'dev/httpd' }
  expect(heard.flatMap((text) => JSON.parse(text))).toMatchObject([place, place])
})
