import type { z } from 'zod'
import { readAnswer } from './read-answer.js'
import { RegistryError } from './registry-error.js'
import type { RegistryHttp } from './registry-http.js'

/** Bytes of one page of a list. */
const MAX_PAGE = 16 * 1024 * 1024

/** The pages of a list, from one `Link` to the next. None for a list that is not there. */
export async function* pages<Schema extends z.ZodType>(
  http: RegistryHttp,
  { path, scope, schema }: { readonly path: string; readonly scope: string; readonly schema: Schema },
): AsyncGenerator<z.output<Schema>> {
  const seen = new Set<string>()
  let next: string | URL | undefined = path
  while (next !== undefined) {
    const response = await http.request(next, { scope, expect: [200, 404] })
    if (response.status === 404) return response.drop()
    yield await readAnswer(response, schema, MAX_PAGE)
    const link = /^\s*<([^>]+)>\s*;\s*rel="?next"?/.exec(response.header('link') ?? '')?.[1]
    next = link === undefined ? undefined : (URL.parse(link, response.url.href) ?? undefined)
    if (next !== undefined && seen.has(next.href))
      throw new RegistryError(200, 'UNKNOWN', `${next.host} turns its pages in a circle`)
    if (next !== undefined) seen.add(next.href)
  }
}
