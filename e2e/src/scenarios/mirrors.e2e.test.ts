import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { waitUntil } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectSuccess } from '../clients/command.js'
import { Containerd } from '../clients/containerd.js'
import { PrivateEngine } from '../clients/private-engine.js'
import { buildRandomImage, type RandomImage } from '../images/random-image.js'
import { openScenario, uniqueName, type Scenario } from '../scenario.js'
import { type DockerHubStandIn, standInForDockerHub } from '../sources/docker-hub-stand-in.js'
import { machineAddress } from '../sources/machine-address.js'

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let scenario: Scenario
let upstream: DockerHubStandIn
const [hub, other] = [uniqueName('hub'), uniqueName('other')]
/** Repositories at the upstream, each with an image of its own as `v1`. */
const names = { official: 'library/mirrored', inner: 'team/inner', elsewhere: 'team/elsewhere', late: 'library/late' }
let official: RandomImage

/** Makes a proxy cache of the registry. */
async function addProxyCache(project: string, registry: Readonly<Record<string, unknown>>, isPublic: boolean) {
  const { admin } = scenario
  const added = await admin.send('POST', '/registries', 201, { name: project, type: 'docker-registry', ...registry })
  await admin.send('POST', '/projects', 201, {
    project_name: project,
    registry_id: Number(added.headers.get('location')?.split('/').at(-1)),
    metadata: { public: String(isPublic) },
  })
}

beforeAll(async () => {
  scenario = stack.use(await openScenario())
  const { admin, docker, folder, skopeo } = scenario
  const place = join(folder, 'hub')
  await mkdir(place)
  upstream = stack.use(
    await standInForDockerHub(await machineAddress(), place, await scenario.installation.hostsFiles()),
  )
  const push = async (name: string) => {
    const image = await buildRandomImage(docker, folder, { layers: 2, bytesPerLayer: 2 ** 20 })
    const target = `docker://${upstream.otherName}/${name}:v1`
    expectSuccess(await skopeo.copy(`docker-daemon:${image.name}`, target))
    return image
  }
  official = await push(names.official)
  for (const name of [names.inner, names.elsewhere, names.late]) await push(name)
  await addProxyCache(hub, { url: upstream.url, ca_certificate: upstream.authority }, true)
  await addProxyCache(other, { url: `http://${upstream.otherName}` }, false)
  await admin.configure({ mirror_projects: `${hub},${other}` })
  stack.defer(() => admin.configure({ mirror_projects: '' }))
  const challenge = async () =>
    (await fetch(`${scenario.baseUrl}/v2/${names.official}/manifests/v1?ns=docker.io`)).headers.get('www-authenticate')
  await waitUntil(async () => (await challenge())?.includes(`${hub}/${names.official}`), {
    what: 'the setting is seen',
  })
})

const cached = async (project: string) => (await scenario.admin.repositories(project)).map(({ name }) => name)

describe('dockerd with registry-mirrors', () => {
  let engine: PrivateEngine
  beforeAll(async () => {
    engine = stack.use(await PrivateEngine.start(join(scenario.facts.work, 'engine'), [scenario.baseUrl]))
  })

  test('pulls an official image by the name that Docker knows', async () => {
    expectSuccess(await engine.run(['pull', 'mirrored:v1']))
    expect(await engine.imageId('mirrored:v1')).toBe(await scenario.docker.imageId(official.name))
    expect(await cached(hub)).toContain(`${hub}/${names.official}`)
  })

  test('and one of a namespace', async () => {
    expectSuccess(await engine.run(['pull', `${names.inner}:v1`]))
    expect(await cached(hub)).toContain(`${hub}/${names.inner}`)
  })
})

describe('containerd with hosts.toml', () => {
  let containerd: Containerd
  const asAdmin = () => `${scenario.admin.credentials.username}:${scenario.admin.credentials.password}`
  beforeAll(async () => {
    const hosts = `[host."${scenario.baseUrl}"]\n  capabilities = ["pull", "resolve"]\n`
    containerd = stack.use(await Containerd.start(join(scenario.facts.work, 'containerd'), hosts))
  })

  test('pulls an image of Docker Hub', async () => {
    expectSuccess(await containerd.pull(`docker.io/${names.official}:v1`))
  })

  test('pulls one of another registry, and signs in where the project is private', async () => {
    const name = `${upstream.otherName}/${names.elsewhere}:v1`
    expectSuccess(await containerd.pull(name, asAdmin()))
    expect(await cached(other)).toContain(`${other}/${names.elsewhere}`)
  })

  test('what is here is pulled on while the registry is away, and was brought once', async () => {
    expect([...upstream.transfers.values()].filter((times) => times !== 1)).toEqual([])
    expect(upstream.transfers.size).toBeGreaterThan(0)
    upstream.shut()
    const name = `docker.io/${names.official}:v1`
    expectSuccess(await containerd.forget(name))
    expectSuccess(await containerd.pull(name))
    const missing = await containerd.pull(`docker.io/${names.late}:v1`)
    expect(missing.code).not.toBe(0)
  })
})
