import { isRepositoryName, parseRepositoryName, type RepositoryName } from '@berth/oci'
import { pageNumbers } from '@berth/registry-client'
import { z } from 'zod'
import type { Provider } from '../provider.js'
import { ask, namespaceNeeded, namespaceOf } from './rest.js'

const signedIn = z.object({ access_token: z.string() })
const page = z.object({ next: z.string().nullish(), results: z.array(z.object({ name: z.string() })) })

/** People name Docker Hub by its pages, and its official images without the namespace in which they are. */
export const dockerHub: Provider = {
  type: 'docker-hub',
  title: 'Docker Hub',
  addresses: [{ key: 'hub.docker.com', value: 'https://hub.docker.com' }],
  isFixed: true,
  registryUrl: () => new URL('https://registry-1.docker.io'),
  fullName: (name) => (name.includes('/') ? name : parseRepositoryName(`library/${name}`)),
  // Its Distribution API has no catalogue.
  async *repositories({ access, ...reach }, under): AsyncGenerator<RepositoryName> {
    const namespace = namespaceOf(under) ?? access.accessKey
    if (namespace === '') throw namespaceNeeded('Docker Hub')
    const headers: Record<string, string> = {}
    if (access.accessKey !== '') {
      const body = JSON.stringify({ identifier: access.accessKey, secret: access.secret })
      const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body } as const
      const login = await ask(reach, new URL('/v2/auth/token', access.url), signedIn, request)
      if (login) headers['authorization'] = `Bearer ${login.answer.access_token}`
    }
    for (const number of pageNumbers()) {
      const path = `/v2/namespaces/${encodeURIComponent(namespace)}/repositories?page=${number}&page_size=100`
      const found = (await ask(reach, new URL(path, access.url), page, { headers }))?.answer
      for (const { name } of found?.results ?? []) {
        const full = `${namespace}/${name}`
        if (isRepositoryName(full)) yield full
      }
      if (!found?.next) return
    }
  },
}
