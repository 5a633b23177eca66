import type { Outbound } from '@berth/outbound'
import type { CustomFetch, CustomFetchOptions } from 'openid-client'

/** Bytes of one answer of a provider. */
const MAX_BYTES = 1024 * 1024
const withoutBody = new Set([204, 205, 304])

const isMethod = (method: string): method is 'GET' | 'POST' => method === 'GET' || method === 'POST'

/** Sends what the OpenID client has to say through the one guarded way out. */
export function fetchOver(outbound: Outbound): CustomFetch {
  return async (url, { method, headers, body, signal }) => {
    if (!isMethod(method)) throw new TypeError(`${method} is no method of a provider`)
    const text = textOf(body)
    const answer = await outbound.request(url, {
      method,
      headers,
      ...(text !== undefined && { body: text }),
      ...(signal && { signal }),
    })
    const bytes = await answer.bytes(MAX_BYTES)
    const known = ['content-type', 'www-authenticate'].map((name) => [name, answer.header(name) ?? ''] as const)
    return new Response(withoutBody.has(answer.status) ? null : new Uint8Array(bytes), {
      status: answer.status,
      headers: Object.fromEntries(known.filter(([, value]) => value !== '')),
    })
  }
}

function textOf(body: CustomFetchOptions['body']): string | undefined {
  if (body === undefined || body === null) return undefined
  if (typeof body === 'string' || body instanceof URLSearchParams) return String(body)
  throw new TypeError('only forms are sent to a provider')
}
