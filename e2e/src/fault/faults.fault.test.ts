import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { waitUntil } from '@berth/testkit'
import { expect, onTestFailed, test } from 'vitest'
import { auditLedger, knownDigests, storedDigests, unreferencedBlobs, usages } from './audit.js'
import { Exchange } from './exchange.js'
import { FaultClient } from './fault-client.js'
import { readFaultSettings } from './fault-settings.js'
import { fillUpTwice, keepJobsRunning, keepKilling, LEASE_MS, runJob } from './operator.js'
import { startPlatform, VICTIMS, type Platform } from './platform.js'
import { mountSmallDisk } from './small-disk.js'
import { Tally } from './tally.js'

const LOGS = join(import.meta.dirname, '../../../artefacts/logs/fault')
const DELAY_SECONDS = 3
const PROJECTS = ['one', 'two']
const REPOSITORIES = ['one/web', 'one/api', 'two/web', 'two/tools']

const settings = readFaultSettings(process.env)

/** Lets every service and every job come to rest, and reclaim take what is due. */
async function settle(platform: Platform): Promise<void> {
  const { pool } = platform
  await waitUntil(async () => (await platform.client().request('GET', '')).ok, { what: 'the registry answers' })
  await sleep((DELAY_SECONDS + 1) * 1000)
  await waitUntil(async () => (await pool.query(`select from job_execution where status = 'running'`)).rowCount === 0, {
    what: 'every job ends',
    timeoutMs: LEASE_MS,
  })
  await waitUntil(
    async () => {
      await runJob(pool, 'reclaim')
      return (await pool.query('select from reclaim')).rowCount === 0
    },
    { what: 'nothing is left to reclaim', timeoutMs: LEASE_MS },
  )
}

test(`${settings.seconds} s of kill -9 and a full disk lose nothing that a client was told, and leave nothing behind`, async () => {
  await using disk = await mountSmallDisk(settings.diskMegabytes)
  await using platform = await startPlatform({
    disk: disk.path,
    projects: PROJECTS,
    reclaimDelaySeconds: DELAY_SECONDS,
  })
  onTestFailed(() => platform.saveLogs(LOGS))
  const tally = new Tally()
  const sharedLayers = Array.from({ length: 8 }, () => randomBytes(100_000))
  const clients = Array.from({ length: settings.clients }, (_, index) => {
    const exchange = new Exchange(platform.client(), tally)
    return new FaultClient({ name: `client-${index}`, exchange, repositories: REPOSITORIES, sharedLayers, tally })
  })

  const endsAt = Date.now() + settings.seconds * 1000
  const signal = AbortSignal.timeout(settings.seconds * 1000)
  await Promise.all([
    ...clients.map((client) => client.run(signal)),
    keepJobsRunning(platform.pool, signal),
    keepKilling(platform, tally, endsAt, signal),
    fillUpTwice(disk, settings.seconds),
  ])
  console.log(`fault: ${settings.seconds} s, ${settings.clients} clients; ${tally.summary()}`)
  await settle(platform)

  // Uploads that were cut between their file and their row leave a file that no blob has.
  const { orphaned } = await runJob(platform.pool, 'scrub')
  console.log(`fault: ${String(orphaned)} files of cut pushes set aside at the end`)
  expect(await runJob(platform.pool, 'scrub')).toMatchObject({ corrupt: 0, missing: 0, orphaned: 0, findings: [] })
  const { rows: bad } = await platform.pool.query(
    `select result from job_execution where job = 'scrub' and status = 'success' and
       (result ->> 'corrupt' <> '0' or result ->> 'missing' <> '0' or result ->> 'unreadable' <> '0')`,
  )
  expect(bad).toEqual([])

  const auditor = new Exchange(platform.client(), tally)
  for (const client of clients) {
    for (const ledger of client.ledgers) {
      for (const fault of await auditLedger(ledger, auditor)) tally.violation(fault)
    }
  }
  expect(tally.violations).toEqual([])
  const stored = await storedDigests(platform.root)
  expect(stored).toEqual(await knownDigests(platform.pool))
  expect(await unreferencedBlobs(platform.pool)).toEqual([])
  for (const { charged, held } of await usages(platform.pool)) expect(charged).toBe(held)

  // It has to have been what its title says.
  for (const victim of VICTIMS) expect(tally.kills[victim] ?? 0, `kills of ${victim}`).toBeGreaterThanOrEqual(1)
  expect(tally.outOfSpace).toBeGreaterThan(0)
  expect(tally.unanswered).toBeGreaterThan(0)
  for (const operation of ['push', 'pull', 'move', 'delete tag', 'delete manifest', 'list'])
    expect(tally.operations[operation]).toBeGreaterThan(10)
  expect(stored.length).toBeGreaterThan(10)
})
