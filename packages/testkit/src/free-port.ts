import { randomInt } from 'node:crypto'
import { connect, createServer, type ListenOptions, type Server } from 'node:net'
import { once } from 'node:events'

/** Below the ports that the system gives to connections that go out, and to servers that ask for any. */
const [LOWEST, HIGHEST] = [20_000, 30_000]

/**
 * A TCP port of an address of this machine that nothing listens on. No other process that asks here is given it as long as this one lives:
 * the server that it is for starts later, in a process of its own, and may be stopped and started again.
 */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(LOWEST, HIGHEST)
    const claim = await listenTo({ path: `\0berth-port-${port}` })
    if (!claim) continue
    // The name belongs to this process until it ends, however that may be: no file is left behind.
    claim.unref()
    const listener = await listenTo({ port, host })
    if (!listener) continue
    listener.close()
    await once(listener, 'close')
    return port
  }
  throw new Error(`No free port between ${LOWEST} and ${HIGHEST}.`)
}

/** @returns undefined where somebody listens there already */
async function listenTo(place: ListenOptions): Promise<Server | undefined> {
  const server = createServer()
  try {
    await once(server.listen(place), 'listening')
    return server
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return undefined
    throw error
  }
}

/** Whether something accepts connections on a port of an address of this machine. */
export async function accepts(port: number, host = '127.0.0.1'): Promise<boolean> {
  const socket = connect(port, host)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
