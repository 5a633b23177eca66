import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BuildahClient } from '../clients/buildah.js'
import { expectSuccess } from '../clients/command.js'
import { CosignClient, type SigningKey } from '../clients/cosign.js'
import type { Credentials } from '../clients/docker.js'
import { OrasClient } from '../clients/oras.js'
import { buildForPlatforms, PLATFORMS } from '../images/platform-images.js'
import { openScenario, uniqueName, type Scenario } from '../scenario.js'

const SBOM = 'application/vnd.example.sbom+json'
const SIGNATURE = 'application/vnd.dev.cosign.artifact.sig.v1+json'

let scenario: Scenario
let user: Credentials
let buildah: BuildahClient
let oras: OrasClient
let cosign: CosignClient
const project = uniqueName('artifacts')

beforeAll(async () => {
  scenario = await openScenario()
  const { admin, registry, folder, docker, podman, skopeo } = scenario
  buildah = new BuildahClient(registry, folder)
  oras = await OrasClient.open(registry, folder)
  cosign = await CosignClient.open(registry, folder)
  user = await admin.createUser(uniqueName('stevedore'))
  await admin.as(user).createProject(project)
  for (const client of [docker, podman, skopeo, buildah, oras, cosign]) expectSuccess(await client.login(user))
})

afterAll(async () => {
  await buildah.removeAllImages()
  await scenario[Symbol.asyncDispose]()
})

describe('buildah', () => {
  let images: string[]
  const index = `${project}/multi:v1`

  beforeAll(async () => {
    images = await buildForPlatforms(buildah, scenario.folder)
  })

  test('pushes what it built, and pulls it again', async () => {
    const [image = ''] = await buildForPlatforms(buildah, scenario.folder)
    const id = await buildah.must(['inspect', '--type', 'image', '--format', '{{.FromImageID}}', image])
    expectSuccess(await buildah.push(image, `${project}/single:v1`))
    await buildah.must(['rmi', '--force', image])
    expect(expectSuccess(await buildah.pull(`${project}/single:v1`)).stdout.trim()).toBe(id)
  })

  test('pushes an index of several platforms, of which each client pulls its own', async () => {
    expectSuccess(await buildah.pushIndex(images, index))
    const { docker, podman, skopeo, admin } = scenario
    const [tag] = await admin.as(user).tags(project, 'multi')
    expect(tag?.platforms?.map(({ os, architecture }) => `${os}/${architecture}`).toSorted()).toEqual(PLATFORMS)
    for (const platform of PLATFORMS) {
      const architecture = platform.split('/')[1] ?? ''
      for (const client of [docker, podman]) {
        const tls = client === podman ? ['--tls-verify=false'] : []
        await client.must(['pull', ...tls, '--platform', platform, client.reference(index)])
        const found = await client.must(['image', 'inspect', '--format', '{{.Architecture}}', client.reference(index)])
        expect(found).toBe(architecture)
        await client.must(['rmi', '--force', client.reference(index)])
      }
      const options = ['--tls-verify=false', '--no-tags', '--format', '{{.Architecture}}']
      const args = ['--override-arch', architecture, 'inspect', ...options, skopeo.reference(index)]
      const seen = expectSuccess(await skopeo.run(args))
      expect(seen.stdout.trim()).toBe(architecture)
    }
  })

  test('and podman, too, joins what is on the registry to an index', async () => {
    const { podman, skopeo } = scenario
    const joined = podman.reference(`${project}/joined:v1`)
    await podman.must(['manifest', 'create', joined])
    const source = `docker://${podman.reference(index)}`
    await podman.must(['manifest', 'add', '--all', '--tls-verify=false', joined, source])
    await podman.must(['manifest', 'push', '--all', '--tls-verify=false', joined, `docker://${joined}`])
    const raw = async (name: string): Promise<string[]> => {
      const args = ['inspect', '--raw', '--tls-verify=false', skopeo.reference(name)]
      const { manifests }: { manifests: { digest: string }[] } = JSON.parse(
        expectSuccess(await skopeo.run(args)).stdout,
      )
      return manifests.map((manifest) => manifest.digest).toSorted()
    }
    expect(await raw(`${project}/joined:v1`)).toEqual(await raw(index))
    await podman.must(['manifest', 'rm', joined])
  })

  test('the index is copied with all its platforms to another repository by skopeo', async () => {
    const { skopeo } = scenario
    const [from, to] = [skopeo.reference(index), skopeo.reference(`${project}/copied/multi:v1`)]
    const tls = ['--src-tls-verify=false', '--dest-tls-verify=false']
    expectSuccess(await skopeo.run(['copy', '--all', '--quiet', ...tls, from, to]))
    for (const platform of PLATFORMS) {
      const layout = `oci:${scenario.folder}/${uniqueName('copied')}:v1`
      const architecture = platform.split('/')[1] ?? ''
      expectSuccess(await skopeo.run(['--override-arch', architecture, 'copy', '--src-tls-verify=false', to, layout]))
    }
  })
})

describe('oras', () => {
  const artifact = `${project}/files:v1`
  const content = randomBytes(300_000)
  let folder: string

  beforeAll(async () => {
    folder = join(scenario.folder, 'oras')
    await mkdir(folder)
    await writeFile(join(folder, 'data.bin'), content)
    await writeFile(join(folder, 'sbom.json'), JSON.stringify({ packages: ['berth'] }))
    await writeFile(join(folder, 'notes.txt'), 'sea trials passed')
    const push = ['push', '--artifact-type', 'application/vnd.example.files', '--no-tty']
    await oras.must(push, artifact, ['data.bin:application/octet-stream'], { cwd: folder })
  })

  async function attach(name: string, type: string, file: string): Promise<void> {
    await oras.must(['attach', '--artifact-type', type, '--no-tty'], name, [file], { cwd: folder })
  }

  async function pulled(name: string, file: string): Promise<Buffer> {
    const into = join(scenario.folder, uniqueName('pulled'))
    await oras.must(['pull', '--no-tty', '--output', into], name)
    return readFile(join(into, file))
  }

  test('pulls the files that it pushed', async () => {
    expect((await pulled(artifact, 'data.bin')).equals(content)).toBe(true)
    expect(await oras.must(['repo', 'tags'], `${project}/files`)).toBe('v1')
  })

  test('attaches artifacts to another, and finds them by type', async () => {
    await attach(artifact, SBOM, 'sbom.json:application/json')
    await attach(artifact, 'text/x-notes', 'notes.txt:text/plain')
    expect((await oras.discover(artifact)).map((one) => one.artifactType).toSorted()).toEqual([SBOM, 'text/x-notes'])
    const [sbom, ...others] = await oras.discover(artifact, SBOM)
    expect(others).toEqual([])
    const file = await pulled(`${project}/files@${sbom?.digest}`, 'sbom.json')
    expect(JSON.parse(String(file))).toEqual({ packages: ['berth'] })
  })

  test('attaches an artifact to an image that another client pushed', async () => {
    await attach(`${project}/single:v1`, SBOM, 'sbom.json:application/json')
    expect(await oras.discover(`${project}/single:v1`, SBOM)).toHaveLength(1)
  })

  test('copies an artifact to another repository with all that is attached to it', async () => {
    const copy = `${project}/copied/files:v1`
    expectSuccess(await oras.copy(artifact, copy))
    const digests = async (name: string) => (await oras.discover(name)).map((one) => one.digest).toSorted()
    expect(await digests(copy)).toEqual(await digests(artifact))
    expect((await pulled(copy, 'data.bin')).equals(content)).toBe(true)
  })

  test('no longer finds an artifact that was deleted', async () => {
    const [notes] = await oras.discover(artifact, 'text/x-notes')
    await oras.must(['manifest', 'delete', '--force'], `${project}/files@${notes?.digest}`)
    expect((await oras.discover(artifact)).map((one) => one.artifactType)).toEqual([SBOM])
    expect(await oras.discover(`${project}/copied/files:v1`, 'text/x-notes')).toHaveLength(1)
  })
})

describe('cosign', () => {
  let key: SigningKey
  let otherKey: SigningKey

  beforeAll(async () => {
    key = await cosign.generateKey('key')
    otherKey = await cosign.generateKey('other-key')
  })

  /** An image that nobody has signed yet: its name with its digest. */
  async function unsignedImage(repository: string): Promise<string> {
    const [image] = await buildForPlatforms(buildah, scenario.folder)
    expectSuccess(await buildah.push(image ?? '', `${project}/${repository}:v1`))
    return `${project}/${repository}@${await scenario.skopeo.digest(`${project}/${repository}:v1`)}`
  }

  test.each(['tags', 'referrers'] as const)('signs an image, and verifies it by %s', async (store) => {
    const image = await unsignedImage(`signed-by-${store}`)
    expect((await cosign.verify(image, key, store)).code).not.toBe(0)
    expectSuccess(await cosign.sign(image, key, store))
    const verified = expectSuccess(await cosign.verify(image, key, store))
    expect(verified.stdout).toContain(image.split('@')[1])
    expect((await cosign.verify(image, otherKey, store)).code).not.toBe(0)
  })

  test('keeps a signature under a tag of the digest, or as a referrer', async () => {
    const [byTag = '', byReferrer = ''] = await Promise.all(
      ['tags', 'referrers'].map((store) => oras.must(['repo', 'tags'], `${project}/signed-by-${store}`)),
    )
    expect(byTag).toMatch(/^sha256-[0-9a-f]{64}\.sig$/m)
    expect(byReferrer).toBe('v1')
    expect(await oras.discover(`${project}/signed-by-referrers:v1`, SIGNATURE)).toHaveLength(1)
  })

  test('signs an index of several platforms', async () => {
    const index = `${project}/multi@${await scenario.skopeo.digest(`${project}/multi:v1`)}`
    expectSuccess(await cosign.sign(index, key, 'tags'))
    expectSuccess(await cosign.verify(`${project}/multi:v1`, key, 'tags'))
  })

  test('copies an image with its signature to another repository', async () => {
    const copy = `${project}/copied/signed:v1`
    expectSuccess(await cosign.copy(`${project}/signed-by-tags:v1`, copy))
    expectSuccess(await cosign.verify(copy, key, 'tags'))
  })
})
