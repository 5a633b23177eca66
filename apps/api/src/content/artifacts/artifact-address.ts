import type { ProjectContext } from '../../access/context.js'

/**
 * Path of an artifact in this API. What stands between slashes is encoded twice, as Harbor's clients do.
 *
 * @param repository its name within the project
 */
export function artifactAddress({ name }: Pick<ProjectContext, 'name'>, repository: string, digest: string): string {
  return `/api/v2.0/projects/${name}/repositories/${encodeURIComponent(encodeURIComponent(repository))}/artifacts/${digest}`
}
