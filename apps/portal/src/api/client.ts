import type { paths } from '@berth/api-client'
import createClient, { type Middleware } from 'openapi-fetch'
import { readersLanguage } from '../i18n/i18n'
import { ApiError, errorOfResponse, unreachable } from './api-error'

const csrfHeader = 'X-Harbor-CSRF-Token'
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

let csrfToken: string | undefined

function prepare(headers: Headers, method: string): void {
  headers.set('Accept-Language', readersLanguage())
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

/** As `fetch`; a change refused for its CSRF token goes out once more with the token that the refusal brings. */
async function send(request: Request): Promise<Response> {
  const spare = request.clone()
  const answer = await fetch(request)
  const token = answer.headers.get(csrfHeader)
  if (answer.status !== 403 || token === null || safeMethods.has(request.method)) return answer
  // Signing in or out in another tab changes the token under this one.
  const { reason } = await errorOfResponse(answer.clone())
  if (reason !== 'CSRF_REFUSED') return answer
  spare.headers.set(csrfHeader, token)
  return fetch(spare)
}

/** The REST API. Rejects with `ApiError` for every answer that is not 2xx, and when there is no answer. */
export const api = createClient<paths>({ baseUrl: `${window.location.origin}/api/v2.0`, fetch: send })
api.use(middleware)

async function call(path: string, init: RequestInit): Promise<void> {
  const request = new Request(new URL(path, window.location.origin), init)
  prepare(request.headers, request.method)
  const answer = await send(request).catch(() => {
    throw unreachable()
  })
  // A redirect says that it worked; where it leads is for browsers without this page.
  if (answer.type !== 'opaqueredirect') await settle(answer)
}

/** Signs in through the form endpoint, which stands outside the OpenAPI document. Rejects like `api`. */
export function postSignIn(form: { principal: string; password: string; code?: string }): Promise<void> {
  return call('/c/login', { method: 'POST', body: new URLSearchParams(form) })
}

/** Where the browser itself goes to sign in by the OpenID provider. @param target path of the portal to come back to */
export const providerSignIn = (target: string) =>
  `/c/oidc/login?${String(new URLSearchParams({ redirect_url: target }))}`

/** Where the browser itself goes to sign out of the portal and, if the settings say so, of the provider. */
export const providerSignOut = '/c/oidc/logout'

/** Why this browser's last sign-in by the provider failed, as the error that it was. */
export async function signInFailure(): Promise<ApiError> {
  try {
    await call('/c/oidc/failure', {})
  } catch (error) {
    if (error instanceof ApiError) return error
  }
  return unreachable()
}

/** Gives the user name to an account that the provider's sign-in waits for. Rejects like `api`. */
export function postOnboarding(username: string): Promise<void> {
  const headers = { 'Content-Type': 'application/json' }
  return call('/c/oidc/onboard', { method: 'POST', headers, body: JSON.stringify({ username }) })
}

/** Ends the session. Rejects like `api`. */
export function getSignOut(): Promise<void> {
  return call('/c/log_out', { redirect: 'manual' })
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

// The parameters of a query's function are of no account here.
type QueryMaker = (...parameters: never[]) => { queryFn?: unknown }

/** What a query answers with. */
export type Answer<Query extends QueryMaker> = ReturnType<Query>['queryFn'] extends
  | ((...parameters: never[]) => infer Found)
  | undefined
  ? Awaited<Found>
  : never

/** The rows of a list's query. */
export type Row<Query extends QueryMaker> = Answer<Query> extends Page<infer Item> ? Item : never

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
