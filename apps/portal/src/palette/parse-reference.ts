export interface PastedReference {
  project: string
  /** The name inside the project. */
  repository: string
  tag: string | undefined
  digest: string | undefined
}

/** Longer than any line that names an image. */
const LONGEST = 2_000
const SCHEME = /^(?:docker|oci|https?):\/\//
const REGISTRY = /[.:]|^localhost$/

interface Named extends PastedReference {
  /** How likely the word is the image of its line. */
  weight: number
}

/** One word as a reference; undefined when it names no repository. */
function readWord(word: string): Named | undefined {
  const [named = '', digest] = word.replace(SCHEME, '').split('@')
  const parts = named.split('/')
  const hasRegistry = parts.length > 2 && REGISTRY.test(parts[0] ?? '')
  if (hasRegistry) parts.shift()
  const [project = '', ...rest] = parts
  const [repository = '', tag] = rest.join('/').split(':')
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(project) || !/^[a-z0-9][a-z0-9._/-]*$/.test(repository)) return undefined
  const weight = (SCHEME.test(word) ? 2 : 0) + (hasRegistry ? 1 : 0)
  return { project, repository, tag, digest: digest?.includes(':') === true ? digest : undefined, weight }
}

/**
 * Reads what people have on their clipboard: `docker pull host:80/dev/httpd:v7`, `FROM host/dev/httpd AS build`,
 * `skopeo copy docker://host/dev/httpd oci:httpd`, `helm pull oci://host/dev/chart --version 1.0`, `dev/httpd`.
 * Undefined when it names no repository.
 */
export function parseReference(text: string): PastedReference | undefined {
  const words = text
    .slice(0, LONGEST)
    .trim()
    .replace(/["'`,;]/g, ' ')
    .split(/\s+/)
  const found = words.flatMap((word) => readWord(word) ?? [])
  // With a registry in front it is the image surely; of others the last one, for options come before it.
  const best = found.reduceRight<Named | undefined>(
    (one, other) => (one && one.weight >= other.weight ? one : other),
    undefined,
  )
  if (best === undefined) return undefined
  const { project, repository, digest } = best
  const version = words[words.indexOf('--version') + 1]
  // Helm writes a version as a tag with _ for its +.
  const tag = best.tag ?? (words.includes('--version') ? version?.replaceAll('+', '_') : undefined)
  return { project, repository, tag, digest }
}
