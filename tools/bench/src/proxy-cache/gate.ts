import { createServer, request } from 'node:http'

/** A registry's door: it counts who asks for which blob, and can be shut. */
export interface Gate extends AsyncDisposable {
  readonly url: string
  /** How often each blob was asked for, by its digest. */
  readonly transfers: ReadonlyMap<string, number>
  /** Whoever asks from now on gets no answer. */
  shut(): void
}

/** @param target address of the registry behind it */
export async function openGate(target: string): Promise<Gate> {
  const transfers = new Map<string, number>()
  let isShut = false
  const server = createServer((incoming, answer) => {
    const { method = 'GET', url = '/', headers } = incoming
    const [, digest] = /\/blobs\/(sha256:[0-9a-f]+)$/.exec(url) ?? []
    if (isShut) return void incoming.socket.destroy()
    if (method === 'GET' && digest !== undefined) transfers.set(digest, (transfers.get(digest) ?? 0) + 1)
    const onward = request(new URL(url, target), { method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
    })
    onward.once('error', () => answer.destroy())
    answer.once('close', () => onward.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? '') : ''}`,
    transfers,
    shut() {
      isShut = true
      server.closeAllConnections()
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
