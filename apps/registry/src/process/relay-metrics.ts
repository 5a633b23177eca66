import cluster from 'node:cluster'
import { isMetricsMessage, type MetricsMessage } from './metrics-message.js'

/** Has workers ask each other for their metrics. Looks into none of them: the primary process stays small. */
export function relayMetrics(): void {
  cluster.on('message', (worker, message: unknown) => {
    if (!isMetricsMessage(message)) return
    const workers = Object.values(cluster.workers ?? {}).filter((one) => one?.isConnected())
    const send = (to: (typeof workers)[number], what: MetricsMessage) => to?.send(what, undefined, () => undefined)
    if (message.berth === 'metrics') send(cluster.workers?.[message.by], message)
    if (message.berth !== 'metrics-wanted') return
    const { question } = message
    for (const one of workers) send(one, { berth: 'metrics-asked', question, by: worker.id, of: workers.length })
  })
}
