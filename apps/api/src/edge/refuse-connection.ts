import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { UserError } from '@berth/contracts'

/**
 * Answers what is no HTTP, or more of it than is read, on the bare connection. It says that the connection ends: the proxy would hand it
 * to somebody's next request.
 */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const reason = error.code === 'HPE_HEADER_OVERFLOW' ? 'HEADERS_TOO_LARGE' : 'BAD_REQUEST'
  const { entry, message } = new UserError(reason, { detail: 'it cannot be read' })
  const body = JSON.stringify({ errors: [{ code: entry.code, message, reason }] })
  socket.end(
    `HTTP/1.1 ${entry.status} ${STATUS_CODES[entry.status]}\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}
