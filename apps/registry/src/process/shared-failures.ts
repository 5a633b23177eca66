import cluster from 'node:cluster'

/** Between workers, by the primary process: from this address came a password that was not right. */
interface FailureMessage {
  readonly berthFailure: string
}

function isFailure(message: unknown): message is FailureMessage {
  return typeof message === 'object' && message !== null && 'berthFailure' in message
}

/** In the primary process: what one worker has seen, all others get to know. */
export function relayFailures(): void {
  cluster.on('message', (from, message: unknown) => {
    if (!isFailure(message)) return
    for (const worker of Object.values(cluster.workers ?? {}))
      if (worker !== from && worker?.isConnected()) worker.send(message, undefined, () => undefined)
  })
}

/** In a worker. */
export function tellFailure(address: string): void {
  process.send?.({ berthFailure: address } satisfies FailureMessage)
}

/** In a worker: `listener` is told of those that other workers have seen. */
export function onFailure(listener: (address: string) => void): void {
  process.on('message', (message: unknown) => {
    if (isFailure(message)) listener(message.berthFailure)
  })
}
