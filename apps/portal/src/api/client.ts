import type { paths } from '@berth/api-client'
import createClient, { type Middleware } from 'openapi-fetch'
import { i18n } from '../i18n/i18n'
import { errorOfResponse, unreachable } from './api-error'

const csrfHeader = 'X-Harbor-CSRF-Token'
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

let csrfToken: string | undefined

function prepare(headers: Headers, method: string): void {
  headers.set('Accept-Language', i18n.language)
  // A project may be called "2024": without this the server would take the name for an id.
  headers.set('X-Is-Resource-Name', 'true')
  if (!safeMethods.has(method) && csrfToken !== undefined) headers.set(csrfHeader, csrfToken)
}

async function settle(response: Response): Promise<Response> {
  csrfToken = response.headers.get(csrfHeader) ?? csrfToken
  if (!response.ok) throw await errorOfResponse(response)
  return response
}

const middleware: Middleware = {
  onRequest: ({ request }) => {
    prepare(request.headers, request.method)
    return request
  },
  onResponse: ({ response }) => settle(response),
  onError: () => unreachable(),
}

/** The REST API. Rejects with `ApiError` for every answer that is not 2xx, and when there is no answer. */
export const api = createClient<paths>({
  baseUrl: `${window.location.origin}/api/v2.0`,
  fetch: (request) => fetch(request),
})
api.use(middleware)

/** The form endpoints below `/c/`, which stand outside the OpenAPI document. Rejects like `api`. */
export async function postForm(path: string, fields: Record<string, string>): Promise<void> {
  const headers = new Headers()
  prepare(headers, 'POST')
  const answer = await fetch(path, { method: 'POST', headers, body: new URLSearchParams(fields) }).catch(() => {
    throw unreachable()
  })
  await settle(answer)
}

/** As `postForm`, for `GET /c/log_out`. */
export async function visit(path: string): Promise<void> {
  const headers = new Headers()
  prepare(headers, 'GET')
  const answer = await fetch(path, { headers, redirect: 'manual' }).catch(() => {
    throw unreachable()
  })
  if (answer.type !== 'opaqueredirect') await settle(answer)
}

/** The body of a call that answers with one. */
export async function body<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call
  if (data === undefined) throw unreachable()
  return data
}

export interface Page<T> {
  items: T[]
  total: number
}

/** One page of a list, with the length of the whole list from `X-Total-Count`. */
export async function page<T>(call: Promise<{ data?: T[]; response: Response }>): Promise<Page<T>> {
  const { data, response } = await call
  const items = data ?? []
  return { items, total: Number(response.headers.get('x-total-count') ?? items.length) }
}

/** Repository names hold slashes; the API wants them encoded twice in a path, and the client encodes once itself. */
export function inPath(repositoryName: string): string {
  return encodeURIComponent(repositoryName)
}
