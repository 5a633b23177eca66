/** Command lines of the tools that pull and push images. Pure text; `plainHttp` adds what each tool needs without TLS. */

import { shellWord } from '../components/shell-word'

export interface PullTarget {
  /** Host and port of the registry. */
  host: string
  /** Project and repository: `dev/httpd`. */
  repository: string
  tag: string | undefined
  digest: string
  plainHttp: boolean
}

/** Tools for images, and thus for most of what there is. */
export const imageTools = ['docker', 'podman', 'nerdctl', 'crictl', 'skopeo', 'kubernetes', 'dockerfile'] as const
const chartTools = ['helm', 'oras'] as const
const artifactTools = ['oras', 'skopeo'] as const
export type PullTool = (typeof imageTools)[number] | (typeof chartTools)[number] | (typeof artifactTools)[number]

/** The tools that can do something with an artifact of this kind, in the server's word for it; without a tag fewer can. */
export function toolsFor(kind: string, hasTag = true): readonly PullTool[] {
  const lower = kind.toLowerCase()
  if (lower.includes('chart') || lower.includes('helm')) return hasTag ? chartTools : chartTools.filter(takesDigest)
  return /image|index|list/.test(lower) ? imageTools : artifactTools
}

/** Whether the tool takes a digest in place of a tag: Helm wants a version. */
export const takesDigest = (tool: PullTool): boolean => tool !== 'helm'

/** The wanted tool where it can do something with the artifact, else the first that can. */
export function toolFor(wanted: string | undefined, tools: readonly PullTool[]): PullTool {
  return tools.find((tool) => tool === wanted) ?? tools[0] ?? 'docker'
}

/** `host/dev/httpd:v7`, or by digest when no tag is given. */
function referenceOf({ host, repository, tag, digest }: PullTarget): string {
  return `${host}/${repository}${tag === undefined ? `@${digest}` : `:${tag}`}`
}

const flag = (on: boolean, text: string) => (on ? ` ${text}` : '')

export function pullCommand(tool: PullTool, target: PullTarget): string {
  const { host, repository, tag, plainHttp } = target
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
    // A tag has no +, so Helm writes _ in its place; of a version it knows the other form alone.
    helm: `helm pull${flag(plainHttp, '--plain-http')} oci://${host}/${repository}${flag(tag !== undefined, `--version ${tag?.replaceAll('_', '+')}`)}`,
  }
  return commands[tool]
}

export interface PushLines {
  login: string
  /** Brings an image to try it with. */
  example: string
  tag: string
  push: string
}

export const pushTools = ['docker', 'podman'] as const
export type PushTool = (typeof pushTools)[number]

interface PushTarget {
  host: string
  project: string
  username: string
  plainHttp: boolean
}

/** What brings an image into `project`: one that everybody can get, to try it with. */
export function pushLines(tool: PushTool, { host, project, username, plainHttp }: PushTarget): PushLines {
  const insecure = flag(tool === 'podman' && plainHttp, '--tls-verify=false')
  // podman has no registry that it asks first.
  const example = tool === 'podman' ? 'docker.io/library/httpd:2.4' : 'httpd:2.4'
  return {
    login: `${tool} login${insecure} ${host} -u ${shellWord(username)}`,
    example: `${tool} pull ${example}`,
    tag: `${tool} tag ${example} ${host}/${project}/httpd:2.4`,
    push: `${tool} push${insecure} ${host}/${project}/httpd:2.4`,
  }
}

/** What brings an image through the proxy cache `project`. @param type of its registry */
export function pullThroughLines(
  tool: PushTool,
  { host, project, username, plainHttp }: PushTarget,
  type: string | undefined,
): { login: string; pull: string } {
  const insecure = flag(tool === 'podman' && plainHttp, '--tls-verify=false')
  const image = type === 'docker-hub' ? 'library/alpine:3' : '<repository>:<tag>'
  return {
    login: `${tool} login${insecure} ${host} -u ${shellWord(username)}`,
    pull: `${tool} pull${insecure} ${host}/${project}/${image}`,
  }
}

/** Whether Docker speaks plain HTTP to a registry by itself: to its own machine it does. */
export function dockerTrusts(host: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3})(?::\d+)?$/.test(host)
}

/** The setting of Docker's daemon that a registry without TLS needs. */
export function insecureRegistries(host: string): string {
  return JSON.stringify({ 'insecure-registries': [host] })
}
