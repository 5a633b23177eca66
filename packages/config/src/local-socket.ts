import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import type { IncomingMessage, Server as HttpServer } from 'node:http'
import { connect, createServer, type Server, type Socket } from 'node:net'

const local = new WeakSet<Socket>()

/** Whether a request came over a socket that {@link listenOnSocket} listens on, which only who may enter its folder can reach. */
export const isLocal = ({ socket }: Pick<IncomingMessage, 'socket'>): boolean => local.has(socket)

/** Takes away the socket that a process left behind. One that somebody listens on stays: who wants to listen there is told so. */
export async function clearSocket(path: string): Promise<void> {
  if (!(await isListenedOn(path))) await rm(path, { force: true })
}

async function isListenedOn(path: string): Promise<boolean> {
  const socket = connect(path)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

/**
 * Has an HTTP server that listens on a port take connections of a Unix domain socket as well. It does not count them among its own: what
 * is returned is to be closed, too, and is closed when the last of them is.
 */
export async function listenOnSocket(server: HttpServer, path: string): Promise<Server> {
  const listener = createServer({ allowHalfOpen: true }, (connection) => {
    local.add(connection)
    server.emit('connection', connection)
  })
  listener.listen(path)
  await once(listener, 'listening')
  return listener
}
