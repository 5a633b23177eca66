import { isRepositoryName, type RepositoryName } from '@berth/oci'
import { z } from 'zod'
import type { Provider } from '../provider.js'
import { linked, namespaceNeeded, namespaceOf } from './rest.js'

const packages = z.array(z.object({ name: z.string() }))

/** GitHub's API is beside the registry; that of an own GitHub below the same name. */
function apiOf({ hostname, protocol }: URL): URL {
  if (hostname === 'ghcr.io') return new URL('https://api.github.com/')
  return new URL(`${protocol}//${hostname.replace(/^containers\./, '')}/api/v3/`)
}

export const github: Provider = {
  type: 'github-ghcr',
  title: 'GitHub',
  addresses: [{ key: 'ghcr.io', value: 'https://ghcr.io' }],
  // Its catalogue does not tell what belongs to whom.
  async *repositories({ access, ...reach }, under): AsyncGenerator<RepositoryName> {
    const owner = namespaceOf(under) ?? access.accessKey.toLowerCase()
    if (owner === '') throw namespaceNeeded('GitHub')
    const headers = {
      accept: 'application/vnd.github+json',
      'user-agent': 'berth',
      ...(access.secret !== '' && { authorization: `Bearer ${access.secret}` }),
    }
    // An owner is an organisation or a user, and only one of the two lists knows it.
    for (const kind of ['orgs', 'users']) {
      const path = `${kind}/${encodeURIComponent(owner)}/packages?package_type=container&per_page=100`
      const pages = linked(reach, new URL(path, apiOf(access.url)), packages, { headers })
      let step = await pages.next()
      for (; !step.done; step = await pages.next()) {
        for (const { name } of step.value) {
          const full = `${owner}/${name}`.toLowerCase()
          if (isRepositoryName(full)) yield full
        }
      }
      if (step.value) return
    }
  },
}
