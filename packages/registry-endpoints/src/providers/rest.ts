import { pageNumbers, readAnswer, RegistryError } from '@berth/registry-client'
import type { z } from 'zod'
import type { Reach } from '../provider.js'

/** Bytes of one page of a list. */
const MAX_PAGE = 16 * 1024 * 1024

export interface RestRequest {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** An answer of a registry's own API. */
export interface RestAnswer<Answer> {
  readonly answer: Answer
  /** By its header `Link`. */
  readonly next: URL | undefined
}

type Sender = Pick<Reach, 'outbound'> & Partial<Pick<Reach, 'signal'>>

/**
 * Asks a registry's own API. @returns undefined where it has no such thing
 * @throws {RegistryError} for any other answer than the one that is expected
 */
export async function ask<Schema extends z.ZodType>(
  { outbound, signal }: Sender,
  url: URL,
  schema: Schema,
  request: RestRequest = {},
): Promise<RestAnswer<z.output<Schema>> | undefined> {
  const response = await outbound.request(url, { ...request, ...(signal && { signal }) })
  if (response.status === 404) {
    response.drop()
    return undefined
  }
  if (response.status !== 200) throw await RegistryError.of(response)
  const answer = await readAnswer(response, schema, MAX_PAGE)
  const link = /<([^>]+)>\s*;\s*rel="?next"?/.exec(response.header('link') ?? '')?.[1]
  // The password is sent along: it goes to nobody else.
  const next = link === undefined ? undefined : URL.parse(link, url.href)
  return { answer, next: next?.origin === url.origin ? next : undefined }
}

/**
 * Has a registry's own API do something. @returns the status that it answers with, one of those that are expected
 * @throws {RegistryError} for any other one
 */
export async function tell(
  { outbound, signal }: Sender,
  url: URL,
  request: Omit<RestRequest, 'method'> & { readonly method: 'HEAD' | 'POST' | 'DELETE' },
  expect: readonly number[],
): Promise<number> {
  const response = await outbound.request(url, { ...request, ...(signal && { signal }) })
  if (!expect.includes(response.status)) throw await RegistryError.of(response)
  response.drop()
  return response.status
}

/** The pages of a list whose `Link` leads from one to the next. @returns false where there is no such list */
export async function* linked<Schema extends z.ZodType>(
  reach: Sender,
  first: URL,
  schema: Schema,
  request: RestRequest = {},
): AsyncGenerator<z.output<Schema>, boolean> {
  const seen = new Set<string>()
  let url = first
  for (const _page of pageNumbers()) {
    seen.add(url.href)
    const page: RestAnswer<z.output<Schema>> | undefined = await ask(reach, url, schema, request)
    if (page === undefined) return seen.size > 1
    yield page.answer
    if (page.next === undefined || seen.has(page.next.href)) break
    url = page.next
  }
  return true
}

/** What has to be known to list anything, and is not. */
export function namespaceNeeded(title: string): RegistryError {
  return new RegistryError(
    200,
    'UNSUPPORTED',
    `${title} does not tell all its repositories: let the name begin with a namespace, as in team/**`,
  )
}

/** The first component that all names have in common. */
export const namespaceOf = (under: string): string | undefined => (under === '' ? undefined : under.split('/')[0])
