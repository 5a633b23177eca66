import { isRepositoryName, type RepositoryName } from '@berth/oci'
import { basic } from '@berth/registry-client'
import { z } from 'zod'
import type { Provider } from '../provider.js'
import { ask, namespaceOf } from './rest.js'

const PAGE = 100
const repositories = z.array(z.object({ name: z.string() }))

/** Those whose project the account sees: the catalogue is for administrators alone. */
export const listHarbor: NonNullable<Provider['repositories']> = async function* (
  { access, ...reach },
  under,
): AsyncGenerator<RepositoryName> {
  const project = namespaceOf(under)
  const path = project === undefined ? 'repositories' : `projects/${encodeURIComponent(project)}/repositories`
  const headers = {
    'x-is-resource-name': 'true',
    ...(access.accessKey !== '' && {
      authorization: basic({ username: access.accessKey, password: access.secret }),
    }),
  }
  for (let page = 1; ; page++) {
    const url = new URL(`/api/v2.0/${path}?page=${page}&page_size=${PAGE}&sort=name`, access.url)
    const found = (await ask(reach, url, repositories, { headers }))?.answer ?? []
    for (const { name } of found) if (isRepositoryName(name)) yield name
    if (found.length < PAGE) return
  }
}
