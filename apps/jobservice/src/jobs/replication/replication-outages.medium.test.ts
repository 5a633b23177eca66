import { readdir } from 'node:fs/promises'
import { makeImage, waitUntil } from '@berth/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TestBerth } from '../../testing/start-berth.js'
import { startGate } from '../../testing/start-gate.js'
import { startTwoBerths } from '../../testing/start-two-berths.js'

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let here: TestBerth
let there: TestBerth
let empty: () => Promise<void>
beforeAll(async () => {
  ;({ here, there, empty } = await startTwoBerths(stack))
  await here.work(stack, { workers: { delivery: 1, transfer: 4, scan: 1, upkeep: 1 } })
}, 60_000)
beforeEach(() => empty())

describe('a pull', () => {
  it('takes no more than a quota has room for, however many copies come at once', async () => {
    const sizes = { layers: 1, layerSize: 50_000 }
    for (let tag = 0; tag < 12; tag += 1) await there.push(`dev/app${tag % 4}`, `v${tag}`, makeImage(sizes))
    const { id } = await here.addPolicy(there.url, { pull: true })
    await here.query('update quota set hard_bytes = 260000')
    try {
      const tasks = (await here.run(id)).filter(({ job }) => job === 'replication-task')
      const failed = tasks.filter(({ status }) => status === 'error')
      expect(tasks).toHaveLength(12)
      expect(failed.length).toBeGreaterThanOrEqual(7)
      for (const { error } of failed) expect(error).toMatch(/quota/i)
      expect(Object.keys(await here.tags())).toHaveLength(12 - failed.length)
      const [held] = await here.query<{ bytes: number }>(
        `select coalesce(sum(size), 0)::int as bytes from blob where digest in (select digest from repository_blob)`,
      )
      expect(held?.bytes).toBeLessThanOrEqual(260_000)
    } finally {
      await here.query('update quota set hard_bytes = -1')
    }
  })

  it('brings what a tag names in the end that is moved while it is copied', async () => {
    await there.push('dev/app', 'latest')
    let last: string | undefined
    const gate = await startGate(stack, there.url, async ({ method, path }) => {
      // Once what it named is known, and before that is read.
      if (method === 'GET' && /\/manifests\/sha256:/.test(path) && last === undefined) {
        last = 'being moved'
        last = (await there.push('dev/app', 'latest')).digest
      }
      return false
    })
    const { id } = await here.addPolicy(gate.url, { pull: true })
    const [, task] = await here.run(id)
    expect(task).toMatchObject({ status: 'success' })
    expect(await here.tags()).toEqual({ 'dev/app:latest': last })
  })

  it.each([
    ['seconds', () => '1'],
    // It has no parts of a second.
    ['a time', () => new Date(Date.now() + 2000).toUTCString()],
  ])('asks a registry that takes no more requests again when it says so, in %s', async (_, after) => {
    await there.push('dev/app', 'v1')
    const asked: number[] = []
    const gate = await startGate(stack, there.url, async ({ path }, answer) => {
      if (!path.includes('/blobs/') || asked.push(Date.now()) > 1) return false
      answer.writeHead(429, { 'retry-after': after() }).end()
      return true
    })
    const { id } = await here.addPolicy(gate.url, { pull: true })
    const tasks = await here.run(id)
    expect(tasks.map(({ status }) => status)).toEqual(['success', 'success'])
    expect(Object.keys(await here.tags())).toEqual(['dev/app:v1'])
    // By itself it would ask again after less than 400 ms.
    const [first = 0, second = 0] = asked
    expect(second - first).toBeGreaterThan(950)
  })

  it('that is stopped while a blob streams ends, and leaves nothing behind that is half', async () => {
    await there.push('dev/app', 'v1', makeImage({ layers: 1, layerSize: 400_000 }))
    const { id } = await here.addPolicy(there.url, { pull: true, speed: 20 })
    const run = await here.start(id)
    const spooled = async () => (await readdir(here.spool, { recursive: true })).length
    const before = await spooled()
    await waitUntil(async () => (await spooled()) > before, { what: 'the blob comes' })
    await here.query(
      `update job_execution set status = 'stopped', ended_at = now(), lease_until = null where id = $1`,
      [run],
    )
    const tasks = await here.untilEnded(id)
    expect(new Set(tasks.map(({ status }) => status))).toEqual(new Set(['stopped']))
    expect(await here.tags()).toEqual({})
    await waitUntil(async () => (await spooled()) === before, { what: 'what came of the blob is gone' })
    await here.query(`update replication_policy set speed = -1`)
    await here.start(id)
    await here.untilEnded(id, 2)
    await here.client.pullImage('dev/app', 'v1')
  })
})
