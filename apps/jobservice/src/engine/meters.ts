import type { Queryable } from '@berth/database'
import { Counter, Gauge, Histogram, type Metrics } from '@berth/telemetry'
import { classesOf, countOpen } from './backlog.js'
import type { JobTable } from './job-table.js'
import type { Outcome } from './runner.js'

export interface Meters {
  readonly dispatched: (events: number) => void
  readonly listenerFailed: (listener: string) => void
  readonly finished: (job: string, outcome: Outcome, seconds: number) => void
}

/** What the jobservice counts for Prometheus. */
export function createMeters(registry: Metrics['registry'], database: Queryable, jobs: JobTable): Meters {
  const registers = [registry]
  const dispatched = new Counter({ name: 'berth_outbox_dispatched_total', help: 'Events dispatched.', registers })
  const failures = new Counter({
    name: 'berth_listener_failures_total',
    help: 'Times that a listener failed on events. They are put aside for it, and it is asked again.',
    labelNames: ['listener'],
    registers,
  })
  const finished = new Histogram({
    name: 'berth_job_duration_seconds',
    help: 'Time from the start of a job to its outcome.',
    labelNames: ['job', 'outcome'],
    buckets: [0.01, 0.1, 1, 10, 60, 600, 3600],
    registers,
  })
  const open: Gauge = new Gauge({
    name: 'berth_job_executions',
    help: 'Executions that wait or run, by class, in all services together.',
    labelNames: ['class', 'status'],
    registers,
    async collect() {
      open.reset()
      // Without PostgreSQL there are no numbers, and the other metrics are still worth an answer.
      const counts = await countOpen(database).catch(() => undefined)
      if (!counts) return
      for (const name of classesOf(jobs))
        for (const status of ['pending', 'running']) open.set({ class: name, status }, 0)
      for (const { class: name, status, count } of counts) open.set({ class: name, status }, count)
    },
  })
  return {
    dispatched: (events) => dispatched.inc(events),
    listenerFailed: (listener) => failures.inc({ listener }),
    finished: (job, outcome, seconds) => finished.observe({ job, outcome }, seconds),
  }
}
