import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestStack } from './stack-of-each-test.js'

export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly path: string
}

/** A receiver of webhooks on this machine. What it gets is in `received`; it takes everything unless `answer` says otherwise. */
export async function startReceiver(
  stack: TestStack,
  answer: (response: ServerResponse, request: Received) => void | Promise<void> = (response) => void response.end(),
) {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      const one = { headers: request.headers, body, path: request.url ?? '' }
      received.push(one)
      void answer(response, one)
    })
  })
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  stack.defer(close)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/hook`, port, received }
}
