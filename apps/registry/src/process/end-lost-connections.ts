import cluster from 'node:cluster'

interface Connection {
  close(): void
}

/** What Node.js tells a worker with a connection that it hands over; `key` names the listener. */
function isHandOver(message: unknown): message is { readonly key: string } {
  return (
    typeof message === 'object' && message !== null && 'act' in message && message.act === 'newconn' && 'key' in message
  )
}

const isConnection = (handle: unknown): handle is Connection =>
  typeof handle === 'object' && handle !== null && 'close' in handle && typeof handle.close === 'function'

/**
 * Ends a connection that a worker was just being given as it died. Node.js waits for that worker to take it, for ever, and so does
 * the client: now it is told at once that it has to ask again.
 */
export function endLostConnections(): void {
  cluster.on('fork', ({ process: worker }) => {
    // A listener gives a worker one connection after the other, so of each the last one alone can be on its way.
    const last = new Map<string, Connection>()
    const send = worker.send.bind(worker)
    worker.send = (...sent: unknown[]) => {
      const [message, handle] = sent
      if (isHandOver(message) && isConnection(handle)) last.set(message.key, handle)
      return Reflect.apply(send, undefined, sent) === true
    }
    // One that was taken is closed here already, which is no error to do twice.
    worker.once('exit', () => last.forEach((connection) => connection.close()))
  })
}
