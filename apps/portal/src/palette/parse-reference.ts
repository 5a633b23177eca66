export interface PastedReference {
  project: string
  /** The name inside the project. */
  repository: string
  tag: string | undefined
  digest: string | undefined
}

/**
 * Reads what people have on their clipboard: `docker pull host:80/dev/httpd:v7`, `host/dev/httpd@sha256:…`, `dev/httpd`.
 * Undefined when it names no repository.
 */
export function parseReference(text: string): PastedReference | undefined {
  const word = text.trim().split(/\s+/).at(-1) ?? ''
  const [named = '', digest] = word.replace(/^(docker|oci|https?):\/\//, '').split('@')
  const parts = named.split('/')
  const [first = ''] = parts
  if (parts.length > 2 && /[.:]|^localhost$/.test(first)) parts.shift()
  const [project = '', ...rest] = parts
  const [repository = '', tag] = rest.join('/').split(':')
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(project) || !/^[a-z0-9][a-z0-9._/-]*$/.test(repository)) return undefined
  return { project, repository, tag, digest: digest?.includes(':') === true ? digest : undefined }
}
