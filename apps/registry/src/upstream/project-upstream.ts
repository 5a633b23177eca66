import { setTimeout as sleep } from 'node:timers/promises'
import type { Upstream, UpstreamManifest, WantedManifest } from '@berth/data-plane'
import type { FoundManifest, ProxySettings } from '@berth/metadata'
import type { Digest, RepositoryName, Tag } from '@berth/oci'
import { bringBlob } from './bring-blob.js'
import { bringManifest, tagCopy } from './bring-manifest.js'
import { ask, type ProxyServices } from './proxies.js'
import { UpstreamError } from './upstream-error.js'

/** Milliseconds for which somebody waits for another who asks the same, and between two looks. */
const [PATIENCE, LOOK] = [20_000, 20]
/** Descriptors of referrers that are passed on. */
const MOST_REFERRERS = 1_000

/** The registry that a project has its content from, as the project's settings say. */
export function projectUpstream(services: ProxyServices, settings: ProxySettings): Upstream {
  return {
    manifest: (wanted) => told(() => findManifest(services, settings, wanted)),
    findBlob: (name, digest) =>
      told(() => ask(services, { settings, name }, (client, there) => client.findBlob(there, digest))),
    blob: (name, digest) => told(() => bringBlob(services, { settings, name, digest })),
    referrers: (name, subject) => told(() => listReferrers(services, settings, name, subject)),
  }
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof UpstreamError ? error.toClient() : error
  }
}

type Found = UpstreamManifest | undefined

async function findManifest(services: ProxyServices, settings: ProxySettings, wanted: WantedManifest): Promise<Found> {
  const { name, reference, local } = wanted
  const copy = local && { manifest: local, copy: local }
  if ('tag' in reference) return findByTag(services, settings, wanted, reference.tag)
  // What a digest names never changes.
  if (copy) return copy
  return remembered(services, settings, { ...wanted, key: reference.digest }, async () =>
    ask(services, { settings, name }, (client, there) => client.describeManifest(there, reference.digest)),
  )
}

async function findByTag(
  services: ProxyServices,
  settings: ProxySettings,
  wanted: WantedManifest,
  tag: Tag,
): Promise<Found> {
  const { name, local } = wanted
  const stale = local && { manifest: local, copy: local, isStale: true }
  try {
    const found = await remembered(services, settings, { ...wanted, key: tag }, async () =>
      ask(services, { settings, name }, (client, there) => client.describeManifest(there, tag)),
    )
    if (!found) return settings.outlives ? stale : undefined
    if (found.copy && found.copy.digest !== local?.digest) await tagCopy(services, name, found.copy, tag)
    return found
  } catch (error) {
    if (error instanceof UpstreamError && settings.servesStale && stale) return stale
    throw error
  }
}

/** What the upstream says of a reference, asked for again after its time only. */
async function remembered(
  services: ProxyServices,
  settings: ProxySettings,
  { name, key, local, wantsBody }: WantedManifest & { readonly key: string },
  describe: () => Promise<UpstreamManifest['manifest'] | undefined>,
): Promise<Found> {
  const { metadata } = services
  const find = async (digest: Digest) => (local?.digest === digest ? local : metadata.findManifest(name, { digest }))
  const manifest = await askOnce(services, settings, { name, key }, find, describe)
  if (!manifest) return undefined
  const copy = await find(manifest.digest)
  if (copy) return { manifest: copy, copy }
  return wantsBody ? bringManifest(services, { settings, name, digest: manifest.digest }) : { manifest }
}

/** Asks once for all that want to know at the same time. An answer of which the copy was deleted since is asked for again. */
async function askOnce(
  { records, locks }: ProxyServices,
  settings: ProxySettings,
  { name, key }: { readonly name: RepositoryName; readonly key: string },
  find: (digest: Digest) => Promise<FoundManifest | undefined>,
  describe: () => Promise<UpstreamManifest['manifest'] | undefined>,
): Promise<UpstreamManifest['manifest'] | undefined> {
  const began = performance.now()
  const recall = async (when: 'lately' | 'now') => {
    const last = await records.answerOf(name, key, when)
    if (!last) return undefined
    const { manifest, at } = last
    const isNew = at > began
    const isYoung = performance.now() - at < (manifest ? settings.tagLife : settings.missLife) * 1000
    return isNew || (isYoung && (!manifest || (await find(manifest.digest)))) ? last : undefined
  }
  // Nobody needs a lock for what is known.
  let known = await recall('lately')
  while (!known && performance.now() - began < PATIENCE) {
    await using lock = await locks.tryTake(`reference ${name} ${key}`)
    // Somebody may have asked between the two.
    known = await recall('now')
    if (!known && lock) {
      const manifest = await describe()
      await records.keepAnswer(settings.projectId, name, key, manifest, settings.missLife)
      return manifest
    }
    if (!known) await sleep(LOOK)
  }
  if (known) return known.manifest
  throw new UpstreamError('the upstream is being asked, and takes its time: try again', 'too many')
}

async function listReferrers(
  services: ProxyServices,
  settings: ProxySettings,
  name: RepositoryName,
  subject: Digest,
): Promise<readonly { readonly digest: Digest }[] | undefined> {
  if (!settings.asksReferrers) return undefined
  try {
    return await ask(services, { settings, name }, async (client, there) => {
      const descriptors: { digest: Digest }[] = []
      for await (const descriptor of client.referrerDescriptors(there, subject))
        if (descriptors.push(descriptor) >= MOST_REFERRERS) break
      return descriptors
    })
  } catch (error) {
    if (error instanceof UpstreamError && settings.servesStale) return undefined
    throw error
  }
}
