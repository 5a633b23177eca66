import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  dockerRegistryProgram,
  freePort,
  makeImage,
  secretKey,
  startOnLeash,
  temporaryFolder,
  waitUntil,
} from '@berth/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestBerth } from '../../testing/start-berth.js'
import { startTwoBerths } from '../../testing/start-two-berths.js'
import type { Work } from '../../testing/replicate-process.js'

/** BERTH_FAULT_REPOSITORIES=20 tries it with a thousand artifacts. */
const REPOSITORIES = Number(process.env['BERTH_FAULT_REPOSITORIES'] ?? 5)
const [TAGS, DISTRIBUTED] = [50, 100]
const ARTIFACTS = REPOSITORIES * TAGS

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let here: TestBerth
let there: TestBerth
let distribution: Awaited<ReturnType<typeof startDistribution>>
let worker: ReturnType<typeof startWorker>

/** A Docker Distribution on a folder, open to everybody, that can be killed. */
async function startDistribution() {
  const { path } = stack.use(await temporaryFolder('distribution'))
  const [port, configuration] = [await freePort(), join(path, 'config.yml')]
  await writeFile(
    configuration,
    `version: 0.1\nlog: {level: error, accesslog: {disabled: true}}\nstorage: {filesystem: {rootdirectory: ${join(path, 'root')}}}\nhttp: {addr: "127.0.0.1:${port}"}\n`,
  )
  const command = await dockerRegistryProgram(join(path, 'program'))
  const url = `http://127.0.0.1:${port}`
  const start = async () => {
    const leash = startOnLeash({ command, args: ['serve', configuration], stopSignal: 'TERM' })
    await waitUntil(async () => (await fetch(`${url}/v2/`)).ok, {
      what: 'the registry serves',
      givesUp: () => (leash.running ? undefined : leash.output()),
    })
    return leash
  }
  let leash = await start()
  stack.defer(() => leash.stop())
  return {
    url,
    restart: async () => {
      leash.signal('KILL')
      await leash.ended()
      leash = await start()
    },
  }
}

/** The jobservice of a Berth as a process, and how to kill it and start another one in its place. */
function startWorker(berth: TestBerth) {
  const work: Work = {
    database: berth.database.settings,
    redis: berth.parts.redis.settings,
    root: berth.root,
    spool: berth.spool,
    secretKey,
  }
  const start = () =>
    startOnLeash({
      command: process.execPath,
      args: [new URL('../../../dist/testing/replicate-process.js', import.meta.url).pathname],
      env: { PATH: process.env['PATH'], WORK: JSON.stringify(work) },
      stopSignal: 'TERM',
    })
  let leash = start()
  stack.defer(() => leash.stop())
  return {
    kill: async () => {
      leash.signal('KILL')
      await leash.ended()
      leash = start()
    },
  }
}

async function fill(): Promise<void> {
  for (let number = 0; number < REPOSITORIES; number++) {
    const name = `dev/app${number}`
    const images = [makeImage(), makeImage(), makeImage()]
    for (const { config, layers } of images)
      for (const blob of [config, ...layers]) await here.client.pushBlob(name, blob)
    for (let tag = 0; tag < TAGS; tag++) {
      const { manifest, mediaType } = images[tag % images.length] ?? expect.fail()
      const one = { ...(JSON.parse(manifest.toString()) as object), annotations: { number: String(tag) } }
      await here.client.pushManifest(name, `v${tag}`, Buffer.from(JSON.stringify(one)), mediaType)
    }
  }
}

const countOf = async (berth: TestBerth, policy: number) =>
  (await berth.tasks(policy)).filter(({ job, status }) => job === 'replication-task' && status === 'success').length

beforeAll(async () => {
  ;[{ here, there }, distribution] = await Promise.all([startTwoBerths(stack), startDistribution()])
  await fill()
  worker = startWorker(here)
}, 180_000)

it(`${ARTIFACTS} artifacts arrive while both ends are killed in turn, and no task is without an end`, async () => {
  const { id } = await here.addPolicy(there.url)
  await here.start(id)
  for (const [share, kill] of [
    [0.05, worker.kill],
    [0.2, there.restart],
    [0.35, worker.kill],
    [0.5, there.restart],
    [0.7, worker.kill],
  ] as const) {
    const done = share * ARTIFACTS
    await waitUntil(async () => (await countOf(here, id)) >= done, {
      what: `${done} tasks have ended`,
      timeoutMs: 120_000,
    })
    await kill()
  }
  const tasks = await here.untilEnded(id, 1, 240_000)
  expect(tasks.filter(({ status }) => status !== 'success')).toEqual([])
  expect(tasks).toHaveLength(ARTIFACTS + 1)
  expect(await there.tags()).toEqual(await here.tags())
  expect(Object.keys(await there.tags())).toHaveLength(ARTIFACTS)
}, 400_000)

it('a Docker Distribution takes images while it is killed, and gives them to a Berth by a schedule', async () => {
  const names = [{ type: 'name', value: `dev/app{0,1}` }]
  const push = await here.addPolicy(distribution.url, { filters: names })
  await here.start(push.id)
  await waitUntil(async () => (await countOf(here, push.id)) >= 10, {
    what: 'some tasks have ended',
    timeoutMs: 60_000,
  })
  await distribution.restart()
  const pushed = await here.untilEnded(push.id, 1, 120_000)
  expect(pushed.filter(({ status }) => status !== 'success')).toEqual([])
  expect(pushed).toHaveLength(DISTRIBUTED + 1)

  startWorker(there)
  const pull = await there.addPolicy(distribution.url, {
    pull: true,
    trigger: 'scheduled',
    cron: '* * * * *',
    dest_namespace: 'dev/mirror',
    filters: [{ type: 'name', value: 'dev/**' }],
  })
  await there.query(
    `insert into schedule (job, subject_kind, subject_id, cron, payload, next_run_at)
     values ('replication', 'replication', $1, '0 0 1 1 *', $2, now())`,
    [pull.id, { policy_id: pull.id }],
  )
  const pulled = await there.untilEnded(pull.id, 1, 120_000)
  expect(pulled.filter(({ status }) => status !== 'success')).toEqual([])
  const mirrored = Object.entries(await there.tags()).filter(([name]) => name.startsWith('dev/mirror/'))
  const wanted = Object.entries(await here.tags()).filter(([name]) => /^dev\/app[01]:/.test(name))
  expect(mirrored.map(([name, digest]) => [name.replace('/mirror', ''), digest])).toEqual(wanted)
}, 300_000)

it('stopping a run stops its tasks', async () => {
  const slow = await here.addPolicy(there.url, {
    speed: 1,
    dest_namespace: 'dev/slow',
    filters: [{ type: 'name', value: 'dev/app2' }],
  })
  const run = await here.start(slow.id)
  await waitUntil(async () => (await here.tasks(slow.id)).some(({ status }) => status === 'running'), {
    what: 'it runs',
  })
  await sleep(500)
  await here.query(`update job_execution set status = 'stopped', ended_at = now(), lease_until = null where id = $1`, [
    run,
  ])
  const tasks = await here.untilEnded(slow.id)
  expect(new Set(tasks.map(({ status }) => status))).toEqual(new Set(['stopped']))
})
