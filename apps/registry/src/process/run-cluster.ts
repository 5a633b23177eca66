import cluster from 'node:cluster'
import { endLostConnections } from './end-lost-connections.js'
import { relayMetrics } from './relay-metrics.js'
import { relayFailures } from './shared-failures.js'

/** Exit code of a worker whose settings are no good: starting it again changes nothing. */
export const EXIT_SETTINGS = 78

const RESTART_MILLISECONDS = 1_000
/** For requests in flight, when told to stop. */
const GRACE_MILLISECONDS = 30_000

/** Keeps `count` workers running until told to stop. Loads nothing else: the primary process stays small. */
export function runCluster(count: number): void {
  let isStopping = false
  relayMetrics()
  relayFailures()
  endLostConnections()
  const ended = (code: number) => {
    if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(code)
  }
  cluster.on('exit', (_worker, code) => {
    if (isStopping) ended(0)
    else if (code === EXIT_SETTINGS) {
      isStopping = true
      process.exit(code)
    } else {
      setTimeout(() => {
        if (!isStopping) cluster.fork()
      }, RESTART_MILLISECONDS)
    }
  })
  const stop = () => {
    isStopping = true
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM')
    setTimeout(() => process.exit(1), GRACE_MILLISECONDS).unref()
    ended(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  for (let started = 0; started < count; started += 1) cluster.fork()
}
