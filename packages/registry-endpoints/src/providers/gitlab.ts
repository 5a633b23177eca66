import { isRepositoryName, type RepositoryName } from '@berth/oci'
import { z } from 'zod'
import type { Provider, Reach } from '../provider.js'
import { linked } from './rest.js'

const repositories = z.array(z.object({ path: z.string() }))
const projects = z.array(z.object({ id: z.int() }))

/** GitLab itself, beside which its registry is. */
function apiOf({ hostname, protocol, port }: URL): URL {
  const isApart = hostname.startsWith('registry.')
  const host = isApart ? hostname.slice('registry.'.length) : hostname
  return new URL(`${protocol}//${host}${isApart || port === '' ? '' : `:${port}`}/api/v4/`)
}

export const gitlab: Provider = {
  type: 'gitlab',
  title: 'GitLab',
  addresses: [{ key: 'gitlab.com', value: 'https://registry.gitlab.com' }],
  // Its catalogue is for administrators alone.
  async *repositories(reach, under): AsyncGenerator<RepositoryName> {
    const path = under.replace(/\/$/, '')
    if (path === '') return yield* ofMember(reach)
    // Which part of a name is a group, and which a project, only GitLab knows: the longest that it knows tells the most exact list.
    for (let place = path; place !== ''; place = place.slice(0, Math.max(0, place.lastIndexOf('/'))))
      for (const kind of ['groups', 'projects'])
        if (yield* registryOf(reach, `${kind}/${encodeURIComponent(place)}`)) return
  },
}

/** Of every project that the account is a member of. */
async function* ofMember(reach: Reach): AsyncGenerator<RepositoryName> {
  const url = new URL('projects?membership=true&simple=true&per_page=100', apiOf(reach.access.url))
  for await (const page of linked(reach, url, projects, { headers: headersOf(reach) }))
    for (const { id } of page) yield* registryOf(reach, `projects/${id}`)
}

async function* registryOf(reach: Reach, of: string): AsyncGenerator<RepositoryName, boolean> {
  const url = new URL(`${of}/registry/repositories?per_page=100`, apiOf(reach.access.url))
  const pages = linked(reach, url, repositories, { headers: headersOf(reach) })
  let step = await pages.next()
  for (; !step.done; step = await pages.next())
    for (const { path } of step.value) if (isRepositoryName(path)) yield path
  return step.value
}

const headersOf = ({ access: { secret } }: Reach) => (secret === '' ? {} : { 'private-token': secret })
