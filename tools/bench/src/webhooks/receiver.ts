import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { freePort } from '@berth/testkit'
import { z } from 'zod'

const body = z.object({ event_data: z.object({ resources: z.tuple([z.object({ tag: z.string() })]) }) })

/** Whom webhooks tell. It is away until it is opened. */
export interface Receiver extends AsyncDisposable {
  readonly url: string
  /** The tags that it was told of, by the path that it was told them at. */
  readonly told: ReadonlyMap<string, readonly string[]>
  open(): Promise<void>
}

/** @param isSilent it takes requests, and answers none */
export async function startReceiver(isSilent = false): Promise<Receiver> {
  const told = new Map<string, string[]>()
  const port = await freePort()
  const server = createServer((request, answer) => {
    const { url: path = '/' } = request
    if (isSilent) return
    buffer(request).then(
      (text) => {
        const [{ tag }] = body.parse(JSON.parse(text.toString())).event_data.resources
        const before = told.get(path)
        if (before) before.push(tag)
        else told.set(path, [tag])
        return answer.end()
      },
      () => answer.destroy(),
    )
  })
  return {
    url: `http://127.0.0.1:${port}`,
    told,
    open: () => new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve)),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
