import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'

/** What is wrong with what came over a connection. */
export type ConnectionFault = 'BAD_REQUEST' | 'HEADERS_TOO_LARGE'

/**
 * Fastify's `clientErrorHandler`: answers what is no HTTP, or more of it than is read, on the bare connection. It says that the connection
 * ends: a proxy would hand it to somebody's next request.
 *
 * @param tell the status and JSON of the refusal, in the form of the service's other errors
 */
export function refuseConnection(
  tell: (fault: ConnectionFault) => { readonly status: number; readonly body: string },
): (error: NodeJS.ErrnoException, socket: Socket) => void {
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const { status, body } = tell(error.code === 'HPE_HEADER_OVERFLOW' ? 'HEADERS_TOO_LARGE' : 'BAD_REQUEST')
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json; charset=utf-8\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    )
  }
}
