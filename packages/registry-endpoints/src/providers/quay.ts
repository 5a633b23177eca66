import { isRepositoryName, type RepositoryName } from '@berth/oci'
import { pageNumbers } from '@berth/registry-client'
import { z } from 'zod'
import type { Provider } from '../provider.js'
import { ask, namespaceNeeded, namespaceOf } from './rest.js'

const page = z.object({
  repositories: z.array(z.object({ namespace: z.string(), name: z.string() })),
  next_page: z.string().nullish(),
})

/** Whose secret is a token of Quay's own API. */
const OAUTH = '$oauthtoken'

export const quay: Provider = {
  type: 'quay',
  title: 'Quay',
  addresses: [{ key: 'quay.io', value: 'https://quay.io' }],
  // A robot's password is good for the registry only: with it, the API tells of public repositories.
  async *repositories({ access, ...reach }, under): AsyncGenerator<RepositoryName> {
    const isToken = access.accessKey === OAUTH
    const namespace = namespaceOf(under) ?? (isToken ? '' : access.accessKey.split('+')[0])
    if (!namespace) throw namespaceNeeded('Quay')
    const headers = isToken ? { authorization: `Bearer ${access.secret}` } : {}
    const url = new URL(`/api/v1/repository?namespace=${encodeURIComponent(namespace)}`, access.url)
    if (!isToken) url.searchParams.set('public', 'true')
    const seen = new Set<string>()
    for (const _page of pageNumbers()) {
      const found = (await ask(reach, url, page, { headers }))?.answer
      for (const { namespace: of, name } of found?.repositories ?? []) {
        const full = `${of}/${name}`
        if (isRepositoryName(full)) yield full
      }
      const next = found?.next_page ?? ''
      if (next === '' || seen.has(next)) return
      seen.add(next)
      url.searchParams.set('next_page', next)
    }
  },
}
