import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'

interface Question {
  /** Path of a Unix domain socket to ask over, which fetch() cannot. */
  readonly socket: string | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/** Asks a service inside the installation. @throws {Error} where no whole answer comes */
export async function get(
  url: string,
  { socket, headers, signal }: Question,
): Promise<{ readonly status: number; readonly text: string; readonly retryAfter: string | undefined }> {
  if (socket === undefined) {
    const response = await fetch(url, { headers, signal })
    const retryAfter = response.headers.get('retry-after') ?? undefined
    return { status: response.status, text: await response.text(), retryAfter }
  }
  const asked = request(url, { socketPath: socket, headers, signal }).end()
  const [response]: IncomingMessage[] = await once(asked, 'response')
  if (response === undefined) throw new Error('no answer')
  const retryAfter = response.headers['retry-after']
  return { status: response.statusCode ?? 0, text: await text(response), retryAfter }
}
