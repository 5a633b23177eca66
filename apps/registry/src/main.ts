import cluster from 'node:cluster'
import { availableParallelism } from 'node:os'
import { runCluster } from './process/run-cluster.js'

// Workers load the rest, so that the primary process stays small.
if (cluster.isPrimary) {
  const { clearSocket, registrySettings } = await import('@berth/config')
  const { workers, socket } = registrySettings()
  if (socket !== undefined) await clearSocket(socket)
  const count = workers ?? availableParallelism()
  if (count > 1) runCluster(count)
  else await serve()
} else {
  await serve()
}

async function serve(): Promise<void> {
  const { runWorker } = await import('./process/run-worker.js')
  await runWorker()
}
