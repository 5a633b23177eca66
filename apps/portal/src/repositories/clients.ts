/** Command lines of the tools that pull and push images. Pure text; `plainHttp` adds what each tool needs without TLS. */

export interface PullTarget {
  /** Host and port of the registry. */
  host: string
  /** Project and repository: `dev/httpd`. */
  repository: string
  tag: string | undefined
  digest: string
  plainHttp: boolean
}

export const imageTools = ['docker', 'podman', 'nerdctl', 'crictl', 'skopeo', 'kubernetes', 'dockerfile'] as const
export const chartTools = ['helm', 'oras'] as const
export const artifactTools = ['oras', 'skopeo'] as const
export type PullTool = (typeof imageTools)[number] | (typeof chartTools)[number] | (typeof artifactTools)[number]

/** The tools that can do something with an artifact of this kind. */
export function toolsFor(kind: string): readonly PullTool[] {
  const lower = kind.toLowerCase()
  if (lower.includes('chart') || lower.includes('helm')) return chartTools
  return /image|index|list/.test(lower) ? imageTools : artifactTools
}

/** `host/dev/httpd:v7`, or by digest when no tag is given. */
function referenceOf({ host, repository, tag, digest }: PullTarget): string {
  return `${host}/${repository}${tag === undefined ? `@${digest}` : `:${tag}`}`
}

const flag = (on: boolean, text: string) => (on ? ` ${text}` : '')

export function pullCommand(tool: PullTool, target: PullTarget): string {
  const { host, repository, tag, digest, plainHttp } = target
  const reference = referenceOf(target)
  const name = repository.split('/').at(-1) ?? repository
  const commands: Record<PullTool, string> = {
    docker: `docker pull ${reference}`,
    podman: `podman pull${flag(plainHttp, '--tls-verify=false')} ${reference}`,
    nerdctl: `nerdctl${flag(plainHttp, '--insecure-registry')} pull ${reference}`,
    crictl: `crictl pull ${reference}`,
    skopeo: `skopeo copy${flag(plainHttp, '--src-tls-verify=false')} docker://${reference} oci:${name}:${tag ?? 'latest'}`,
    kubernetes: `image: ${reference}`,
    dockerfile: `FROM ${reference}`,
    oras: `oras pull${flag(plainHttp, '--plain-http')} ${reference}`,
    helm: `helm pull${flag(plainHttp, '--plain-http')} oci://${host}/${repository} --version ${tag ?? digest}`,
  }
  return commands[tool]
}

export interface PushLines {
  login: string
  tag: string
  push: string
}

/** What brings a local image `image:tag` into `project`. */
export function pushLines(tool: 'docker' | 'podman', host: string, project: string, plainHttp: boolean): PushLines {
  const insecure = flag(tool === 'podman' && plainHttp, '--tls-verify=false')
  return {
    login: `${tool} login${insecure} ${host}`,
    tag: `${tool} tag httpd:v7 ${host}/${project}/httpd:v7`,
    push: `${tool} push${insecure} ${host}/${project}/httpd:v7`,
  }
}

/** The setting of Docker's daemon that a registry without TLS needs. */
export function insecureRegistries(host: string): string {
  return JSON.stringify({ 'insecure-registries': [host] })
}
