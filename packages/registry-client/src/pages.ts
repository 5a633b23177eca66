import type { z } from 'zod'
import { readAnswer } from './read-answer.js'
import { RegistryError } from './registry-error.js'
import type { RegistryHttp } from './registry-http.js'

/** Bytes of one page of a list. */
const MAX_PAGE = 16 * 1024 * 1024

/** More pages than any honest list has. */
const MOST_PAGES = 10_000

/** Numbers of the pages of a list, from 1 on. @throws {RegistryError} once there are too many */
export function* pageNumbers(): Generator<number> {
  for (let page = 1; page <= MOST_PAGES; page++) yield page
  throw new RegistryError(200, 'UNKNOWN', `a list of the registry goes on after ${MOST_PAGES} pages`)
}

/** The pages of a list, from one `Link` to the next. None for a list that is not there. */
export async function* pages<Schema extends z.ZodType>(
  http: RegistryHttp,
  { path, scope, schema }: { readonly path: string; readonly scope: string; readonly schema: Schema },
): AsyncGenerator<z.output<Schema>> {
  const seen = new Set<string>()
  let next: string | URL = path
  for (const _page of pageNumbers()) {
    const response = await http.request(next, { scope, expect: [200, 404] })
    if (response.status === 404) return response.drop()
    yield await readAnswer(response, schema, MAX_PAGE)
    const link = /^\s*<([^>]+)>\s*;\s*rel="?next"?/.exec(response.header('link') ?? '')?.[1]
    const after = link === undefined ? null : URL.parse(link, response.url.href)
    if (after === null) return
    if (seen.has(after.href)) throw new RegistryError(200, 'UNKNOWN', `${after.host} turns its pages in a circle`)
    seen.add(after.href)
    next = after
  }
}
