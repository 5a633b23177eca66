import { setTimeout as sleep } from 'node:timers/promises'
import { waitUntil } from '@berth/testkit'
import type { Pool } from 'pg'
import { VICTIMS, type Platform } from './platform.js'
import type { SmallDisk } from './small-disk.js'
import type { Tally } from './tally.js'

const JOBS = { reclaim: 1, scrub: 4, 'fold-quota': 5 } as const

/** A silent worker's execution is taken from it after a minute; this and what it then has to do. */
export const LEASE_MS = 90_000

/** Starts jobs every few seconds, as schedules do every few minutes. */
export async function keepJobsRunning(pool: Pool, signal: AbortSignal): Promise<void> {
  for (let second = 0; !signal.aborted; second += 1) {
    const due = Object.entries(JOBS).flatMap(([job, every]) => (second % every === 0 ? [job] : []))
    await pool
      .query(
        `insert into job_execution (job, trigger) select job, 'manual' from unnest($1::text[]) as wanted (job)
         where not exists (select from job_execution as open where open.job = wanted.job and open.status = 'pending')`,
        [due],
      )
      .catch(() => {
        // PostgreSQL is being killed; the next round comes.
      })
    await sleep(1000)
  }
}

/** Kills one service after the other, and starts it again. `endsAt` in milliseconds, as Date.now() says. */
export async function keepKilling(
  platform: Platform,
  tally: Tally,
  endsAt: number,
  signal: AbortSignal,
): Promise<void> {
  for (let turn = 0; !signal.aborted; turn += 1) {
    await sleep(4000 + Math.random() * 3000)
    const victim = VICTIMS[turn % VICTIMS.length] ?? 'registry'
    // What it was doing is taken up when its lease is over: not to be waited for when all is done.
    if (victim === 'jobservice' && endsAt - Date.now() < 30_000) continue
    await platform.kill(victim)
    tally.killed(victim)
    await sleep(300 + Math.random() * 700)
    await platform.start(victim)
  }
}

/** Fills the disk up twice for a twelfth of the time. */
export async function fillUpTwice(disk: SmallDisk, seconds: number): Promise<void> {
  for (let time = 0; time < 2; time += 1) {
    await sleep(seconds * 300)
    await disk.keepFull(seconds * 80)
  }
}

/** Runs a job to its end. @throws {Error} unless it succeeds. @returns its result */
export async function runJob(pool: Pool, job: string): Promise<Readonly<Record<string, unknown>>> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into job_execution (job, trigger) values ($1, 'manual') returning id`,
    [job],
  )
  return waitUntil(
    async () => {
      const { rows: ended } = await pool.query<{ result: Record<string, unknown> }>(
        `select result from job_execution where id = $1 and status = 'success'`,
        [rows[0]?.id],
      )
      return ended[0]?.result
    },
    { what: `${job} succeeds`, timeoutMs: LEASE_MS },
  )
}
