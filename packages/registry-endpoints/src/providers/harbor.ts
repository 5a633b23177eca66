import { isDigest, isRepositoryName, isTag, pathInProject, projectOf, type RepositoryName } from '@berth/oci'
import { basic, pageNumbers, RegistryError } from '@berth/registry-client'
import { z } from 'zod'
import type { Access, Provider } from '../provider.js'
import { ask, namespaceOf, tell } from './rest.js'

const PAGE = 100
const repositories = z.array(z.object({ name: z.string() }))
const named = z.array(z.object({ name: z.string() })).nullish()
const artifacts = z.array(z.object({ digest: z.string(), type: z.string().nullish(), tags: named, labels: named }))

function headersOf(access: Access): Record<string, string> {
  const { accessKey: username, secret: password } = access
  return {
    'x-is-resource-name': 'true',
    ...(username !== '' && { authorization: basic({ username, password }) }),
  }
}

/** Path of a repository in its API, where a slash of the name is escaped twice: proxies in front take an escape away. */
function pathOf(name: RepositoryName): string {
  const path = encodeURIComponent(encodeURIComponent(pathInProject(name)))
  return `/api/v2.0/projects/${encodeURIComponent(projectOf(name))}/repositories/${path}`
}

/** What Harbor, and Berth like it, does by an API of its own. */
export const harborApi: Required<Pick<Provider, 'repositories' | 'artifacts' | 'prepare' | 'deleteTag'>> = {
  // Those whose project the account sees: the catalogue is for administrators alone.
  async *repositories({ access, ...reach }, under): AsyncGenerator<RepositoryName> {
    const project = namespaceOf(under)
    const path = project === undefined ? 'repositories' : `projects/${encodeURIComponent(project)}/repositories`
    for (const page of pageNumbers()) {
      const url = new URL(`/api/v2.0/${path}?page=${page}&page_size=${PAGE}&sort=name`, access.url)
      const found = (await ask(reach, url, repositories, { headers: headersOf(access) }))?.answer ?? []
      for (const { name } of found) if (isRepositoryName(name)) yield name
      if (found.length < PAGE) return
    }
  },

  async *artifacts({ access, ...reach }, name) {
    for (const page of pageNumbers()) {
      const query = `page=${page}&page_size=${PAGE}&sort=push_time&with_tag=true&with_label=true`
      const url = new URL(`${pathOf(name)}/artifacts?${query}`, access.url)
      const found = (await ask(reach, url, artifacts, { headers: headersOf(access) }))?.answer ?? []
      for (const { digest, type, tags, labels } of found)
        if (isDigest(digest))
          yield {
            digest,
            tags: (tags ?? []).map((tag) => tag.name).filter(isTag),
            labels: (labels ?? []).map((label) => label.name),
            isImage: type === 'IMAGE',
          }
      if (found.length < PAGE) return
    }
  },

  // Nobody can push to a project that is not there.
  async prepare({ access, ...reach }, name) {
    const project = projectOf(name)
    const headers = headersOf(access)
    const url = new URL(`/api/v2.0/projects?project_name=${encodeURIComponent(project)}`, access.url)
    if ((await tell(reach, url, { method: 'HEAD', headers }, [200, 404])) === 200) return
    const body = JSON.stringify({ project_name: project, metadata: { public: 'false' } })
    const request = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body } as const
    const status = await tell(reach, new URL('/api/v2.0/projects', access.url), request, [201, 401, 403, 409])
    if (status === 401 || status === 403)
      throw new RegistryError(
        status,
        'DENIED',
        `${access.url.host} has no project ${project}, and lets the account make none`,
      )
  },

  // By the Distribution API Harbor deletes whole artifacts only.
  async deleteTag({ access, ...reach }, name, tag) {
    const url = new URL(`${pathOf(name)}/artifacts/${tag}/tags/${tag}`, access.url)
    const status = await tell(reach, url, { method: 'DELETE', headers: headersOf(access) }, [200, 404])
    return status === 200
  },
}
