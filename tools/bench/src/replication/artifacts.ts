import { z } from 'zod'
import { PushClient } from '../load/push-client.js'
import { IMAGE_MANIFEST, makeImage, sha256, type SyntheticImage } from '../load/synthetic-image.js'
import type { Server } from '../servers/server.js'
import { withPatience } from './patience.js'

const [TAGS, CLIENTS] = [50, 4]
const manifestSchema = z.object({
  config: z.object({ digest: z.string() }),
  layers: z.array(z.object({ digest: z.string() })),
})

export interface Artifact {
  /** Last component of its repository's name. */
  readonly app: string
  readonly tag: string
  readonly image: SyntheticImage
}

/** Where images are: `<namespace>/<app>` of a registry. */
export interface Place {
  readonly server: Pick<Server, 'url' | 'authorization'>
  readonly namespace: string
}

/** Images of a config and a layer that no other one has, fifty to a repository. */
export function makeArtifacts(count: number): Artifact[] {
  return Array.from({ length: count }, (_, number) => ({
    app: `app${Math.floor(number / TAGS)}`,
    tag: `v${number % TAGS}`,
    image: makeImage(1, 16_384),
  }))
}

async function each(artifacts: readonly Artifact[], work: (artifact: Artifact) => Promise<void>): Promise<void> {
  const waiting = artifacts.values()
  const worker = async () => {
    for (const artifact of waiting) await work(artifact)
  }
  await Promise.all(Array.from({ length: CLIENTS }, worker))
}

function authorizationFor({ server, namespace }: Place, artifacts: readonly Artifact[]): Promise<string | undefined> {
  const apps = [...new Set(artifacts.map(({ app }) => app))]
  return withPatience(() => server.authorization(apps.map((app) => `repository:${namespace}/${app}:pull,push`)))
}

/** Pushes all of them, each again and again until it is taken. */
export async function pushArtifacts(place: Place, artifacts: readonly Artifact[]): Promise<void> {
  const authorization = await authorizationFor(place, artifacts)
  await using client = new PushClient(place.server.url, CLIENTS)
  await each(artifacts, ({ app, tag, image }) =>
    withPatience(() => client.pushImage(`${place.namespace}/${app}`, tag, image, authorization)),
  )
}

/** Pulls all of them. @returns what is missing or has another digest */
export async function findFaults(place: Place, artifacts: readonly Artifact[]): Promise<string[]> {
  const { server, namespace } = place
  const authorization = await authorizationFor(place, artifacts)
  const headers = { accept: IMAGE_MANIFEST, ...(authorization !== undefined && { authorization }) }
  const faults: string[] = []
  const read = async (path: string) => {
    const response = await fetch(`${server.url}/v2/${path}`, { headers })
    const body = Buffer.from(await response.arrayBuffer())
    return response.ok ? body : undefined
  }
  await each(artifacts, async ({ app, tag, image }) => {
    const name = `${namespace}/${app}`
    const manifest = await read(`${name}/manifests/${tag}`)
    if (!manifest || sha256(manifest) !== image.digest)
      return void faults.push(`${name}:${tag} ${manifest ? 'is another image' : 'is missing'}`)
    const { config, layers } = manifestSchema.parse(JSON.parse(manifest.toString()))
    for (const { digest } of [config, ...layers]) {
      const blob = await read(`${name}/blobs/${digest}`)
      if (!blob || sha256(blob) !== digest) faults.push(`${name}@${digest} ${blob ? 'is spoilt' : 'is missing'}`)
    }
  })
  return faults
}
