import { setTimeout as sleep } from 'node:timers/promises'
import { UserError } from '@berth/contracts'
import type { UpstreamManifest } from '@berth/data-plane'
import { MAX_CONFIG_SIZE, readImageConfig, type FoundManifest, type ProxySettings } from '@berth/metadata'
import {
  DistributionError,
  documentsAtWork,
  isImageConfig,
  isChartConfig,
  parseManifest,
  type Digest,
  type ParsedManifest,
  type RepositoryName,
  type Tag,
} from '@berth/oci'
import type { RemoteManifest } from '@berth/registry-client'
import { StorageFullError } from '@berth/storage'
import { bringBlob } from './bring-blob.js'
import { ask, type ProxyServices } from './proxies.js'
import { UpstreamError } from './upstream-error.js'

/** Milliseconds for which somebody waits for another who brings the same manifest, and between two looks. */
const [PATIENCE, LOOK] = [30_000, 50]
/** Seconds: a client that asked what a tag leads to comes back for that within this time. */
const COMING_BACK = 600

const actor = { kind: 'system', name: 'proxy cache' } as const

export interface WantedByDigest {
  readonly settings: ProxySettings
  readonly name: RepositoryName
  readonly digest: Digest
}

/** Has a manifest come into a repository, once for all that want it. @returns undefined where the upstream has none such */
export async function bringManifest(
  services: ProxyServices,
  wanted: WantedByDigest,
): Promise<UpstreamManifest | undefined> {
  const { metadata, locks } = services
  const { name, digest } = wanted
  const find = async () => {
    const copy = await metadata.findManifest(name, { digest })
    return copy && { manifest: copy, copy }
  }
  const until = performance.now() + PATIENCE
  while (performance.now() < until) {
    await using lock = await locks.tryTake(`manifest ${name} ${digest}`)
    const found = await find()
    if (found) return found
    // The lock is held until it is here.
    if (lock) return await fetchManifest(services, wanted)
    await sleep(LOOK)
  }
  throw new UpstreamError('the manifest is being brought here, and takes its time: try again', 'too many')
}

async function fetchManifest(services: ProxyServices, wanted: WantedByDigest): Promise<UpstreamManifest | undefined> {
  const { name, digest } = wanted
  const remote = await ask(services, wanted, (client, there) => client.manifest(there, digest))
  if (!remote) return undefined
  const { mediaType, config } = await configOf(remote)
  const tags = await services.records.tagsNaming(name, digest, Math.max(COMING_BACK, wanted.settings.tagLife))
  const copy = await store(services, wanted, { ...remote, config }, tags)
  const manifest = { digest, mediaType, size: remote.bytes.length }
  return copy ? { manifest: copy, copy } : { manifest, body: remote.bytes }
}

/** Of all that the manifest says as little as is needed to bring its config: the upstream may be slow, and the room is others' until then. */
async function configOf(remote: RemoteManifest): Promise<Pick<ParsedManifest, 'mediaType' | 'config'>> {
  using _room = await documentsAtWork.take(remote.bytes.length)
  const { mediaType, config } = parse(remote)
  return { mediaType, config }
}

/** @throws {UpstreamError} for what is no manifest, as the page of a portal */
function parse({ bytes, mediaType }: RemoteManifest): ParsedManifest {
  try {
    return parseManifest(bytes, mediaType)
  } catch (error) {
    if (error instanceof DistributionError)
      throw new UpstreamError('what the upstream answers is no manifest', 'unavailable', { cause: error })
    throw error
  }
}

/** @returns undefined where disk, quota or a rule of the project do not take it in */
async function store(
  services: ProxyServices,
  { settings, name }: WantedByDigest,
  remote: RemoteManifest & Pick<ParsedManifest, 'config'>,
  tags: readonly Tag[],
): Promise<FoundManifest | undefined> {
  const { digest, bytes } = remote
  try {
    await services.blobs.admit(bytes.length)
    await bringConfig(services, { settings, name }, remote.config)
    using _room = await documentsAtWork.take(bytes.length)
    const manifest = parse(remote)
    const summary = await readImageConfig(services, name, manifest)
    const { platform, config } = summary ?? {}
    const push = { repository: name, digest, bytes, manifest, pushedBy: actor, platform, config }
    // Layers and parts of an index come when they are asked for.
    const sparse = { allowMissingChildren: true, allowMissingBlobs: true }
    await pushWithTags(services, { ...push, ...sparse, tags })
    return await services.metadata.findManifest(name, { digest })
  } catch (error) {
    if (error instanceof UserError || error instanceof StorageFullError) return undefined
    throw error
  }
}

type Push = Parameters<ProxyServices['metadata']['pushManifest']>[0]

/** In one step, but where a rule of the project keeps a tag where it is: then with those that may move. */
async function pushWithTags(services: ProxyServices, push: Push): Promise<void> {
  try {
    await services.metadata.pushManifest(push)
  } catch (error) {
    if (!(error instanceof UserError) || push.tags.length === 0) throw error
    await services.metadata.pushManifest({ ...push, tags: [] })
    for (const tag of push.tags) await moveTag(services, { ...push, tags: [tag] })
  }
}

/** A rule of the project may keep a tag where it is: the copy is there all the same. */
async function moveTag({ metadata }: ProxyServices, push: Push): Promise<void> {
  try {
    await metadata.pushManifest(push)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
  }
}

/** Gives a tag to a copy that is here. */
export async function tagCopy(
  services: ProxyServices,
  name: RepositoryName,
  copy: FoundManifest,
  tag: Tag,
): Promise<void> {
  const bytes = await services.metadata.manifestBody(copy)
  if (!bytes) return
  using _room = await documentsAtWork.take(bytes.length)
  const manifest = parseManifest(bytes, copy.mediaType)
  const sparse = { allowMissingChildren: true, allowMissingBlobs: true }
  await moveTag(services, {
    repository: name,
    digest: copy.digest,
    bytes,
    manifest,
    tags: [tag],
    pushedBy: actor,
    ...sparse,
  })
}

/** What an image says of itself comes first: lists show it. Without it the image is brought all the same. */
async function bringConfig(
  services: ProxyServices,
  where: { readonly settings: ProxySettings; readonly name: RepositoryName },
  config: ParsedManifest['config'],
): Promise<void> {
  if (!config || config.size > MAX_CONFIG_SIZE) return
  if (!isImageConfig(config.mediaType) && !isChartConfig(config.mediaType)) return
  const { digest } = config
  if (await services.metadata.findBlob(where.name, digest)) return
  try {
    const coming = await bringBlob(services, { ...where, digest })
    if (coming === undefined || coming === 'stored' || coming.size > MAX_CONFIG_SIZE) return
    for await (const _ of coming.read()) {
      // Read to its end, it is on its way into the repository.
    }
    const until = performance.now() + PATIENCE / 10
    while (!(await services.metadata.findBlob(where.name, digest)) && performance.now() < until) await sleep(LOOK)
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error
  }
}
