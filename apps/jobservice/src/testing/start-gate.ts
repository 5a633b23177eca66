import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  readonly method: string
  readonly path: string
}

/**
 * A registry's door.
 *
 * @param target of the registry behind it
 * @param before is told of each request before it goes on; it may answer itself, and says then that it has
 */
export async function startGate(
  stack: AsyncDisposableStack,
  target: string,
  before: (asked: Asked, answer: ServerResponse) => Promise<boolean>,
) {
  async function pass(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/', headers } = incoming
    if (await before({ method, path }, answer)) return
    const onward = request(new URL(path, target), { method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
    })
    onward.once('error', () => answer.destroy())
    incoming.pipe(onward)
  }
  const server = createServer((incoming, answer) => void pass(incoming, answer).catch(() => answer.destroy()))
  stack.defer(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
