import { RegistryError } from './registry-error.js'
import type { RegistryHttp } from './registry-http.js'

/** Bytes of one page of a list. */
const MAX_PAGE = 16 * 1024 * 1024

/** The pages of a list, each as JSON, from one `Link` to the next. None for a list that is not there. */
export async function* pages(http: RegistryHttp, path: string, scope: string): AsyncGenerator {
  const seen = new Set<string>()
  let next: string | URL | undefined = path
  while (next !== undefined) {
    const response = await http.request(next, { scope, expect: [200, 404] })
    if (response.status === 404) return response.drop()
    yield await response.json(MAX_PAGE)
    const link = /^\s*<([^>]+)>\s*;\s*rel="?next"?/.exec(response.header('link') ?? '')?.[1]
    next = link === undefined ? undefined : new URL(link, response.url)
    if (next !== undefined && seen.has(next.href))
      throw new RegistryError(200, 'UNKNOWN', `${next.host} turns its pages in a circle`)
    if (next !== undefined) seen.add(next.href)
  }
}
