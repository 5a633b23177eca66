/** The end of an artifact's address: its name as a client would write it, without registry and project. */
export function artifactPath(repository: string, reference: string): string {
  return `${repository}${reference.includes(':') ? '@' : ':'}${reference}`
}

/** What such an end names. Without a reference it is a repository alone. */
export function readArtifactPath(path: string): { repository: string; reference: string } {
  const [, repository = path, tag, digest] = /^([^:@]*)(?::([^:@]+))?(?:@(.+))?$/.exec(path) ?? []
  return { repository, reference: digest ?? tag ?? '' }
}
