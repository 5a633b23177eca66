import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { expectSuccess } from '../clients/command.js'
import type { Credentials } from '../clients/docker.js'
import { buildRandomImage, type RandomImage } from '../images/random-image.js'
import { platformImages } from '../images/real-image.js'
import { openScenario, uniqueName, type Scenario } from '../scenario.js'

let scenario: Scenario
let user: Credentials
let image: RandomImage
let imageId: string
const project = uniqueName('clients')

beforeAll(async () => {
  scenario = await openScenario()
  const { admin, docker, podman, skopeo, folder } = scenario
  user = await admin.createUser(uniqueName('deckhand'))
  await admin.as(user).createProject(project)
  image = await buildRandomImage(docker, folder, { from: 'debian:trixie-slim', layers: 12, bytesPerLayer: 2 ** 20 })
  imageId = await docker.imageId(image.name)
  for (const client of [docker, podman, skopeo]) expectSuccess(await client.login(user))
})

afterAll(async () => {
  await scenario.docker.forget(image.name)
  await scenario[Symbol.asyncDispose]()
})

/** Pulls with docker after every local trace of the image is gone, and compares the ids. */
async function expectDockerPulls(name: string): Promise<void> {
  const { docker } = scenario
  await docker.forget(image.name)
  expectSuccess(await docker.pull(name))
  expect(await docker.imageId(docker.reference(name))).toBe(imageId)
  await docker.must(['tag', docker.reference(name), image.name])
}

describe('an image with many layers', () => {
  test('pushed with docker comes back with the same id', async () => {
    const { docker, admin } = scenario
    const pushed = expectSuccess(await docker.push(image.name, `${project}/docker:v1`))
    const [tag] = await admin.as(user).tags(project, 'docker')
    expect(tag).toMatchObject({ name: 'v1', pushed_by: user.username, platforms: [{ os: 'linux' }] })
    expect(pushed.stdout).toContain(tag?.digest)
    expect(tag?.size).toBeGreaterThan(image.layers * 2 ** 20)
    await expectDockerPulls(`${project}/docker:v1`)
  })

  test('pushed with podman comes back with the same id, to podman and to docker', async () => {
    const { podman } = scenario
    await podman.takeFromDocker(image.name)
    expectSuccess(await podman.push(image.name, `${project}/podman:v1`))
    await podman.removeAllImages()
    expectSuccess(await podman.pull(`${project}/podman:v1`))
    expect(await podman.imageId(podman.reference(`${project}/podman:v1`))).toBe(imageId)
    await expectDockerPulls(`${project}/podman:v1`)
  })

  test('pushed with docker comes back with the same id to podman', async () => {
    const { podman } = scenario
    await podman.removeAllImages()
    expectSuccess(await podman.pull(`${project}/docker:v1`))
    expect(await podman.imageId(podman.reference(`${project}/docker:v1`))).toBe(imageId)
  })

  test('copied by skopeo to another repository keeps its digest, and docker pulls it', async () => {
    const { skopeo } = scenario
    const copy = `${project}/nested/copies/of:v1`
    expectSuccess(await skopeo.copy(skopeo.reference(`${project}/docker:v1`), skopeo.reference(copy)))
    expect(await skopeo.digest(copy)).toBe(await skopeo.digest(`${project}/docker:v1`))
    await expectDockerPulls(copy)
  })

  test('pushed by skopeo from an OCI layout comes back byte by byte', async () => {
    const { skopeo, folder } = scenario
    const name = `${project}/oci:v1`
    expectSuccess(await skopeo.copy(`docker-daemon:${image.name}`, `oci:${folder}/layout:v1`))
    expectSuccess(await skopeo.copy(`oci:${folder}/layout:v1`, skopeo.reference(name)))
    expectSuccess(await skopeo.copy(skopeo.reference(name), `oci:${folder}/returned:v1`))
    const [sent, returned] = await Promise.all(
      ['layout', 'returned'].map((layout) => skopeo.run(['inspect', '--raw', `oci:${folder}/${layout}:v1`])),
    )
    expect(returned?.stdout).toBe(sent?.stdout)
    expect(sent?.stdout).toContain('application/vnd.oci.image.manifest.v1+json')
  })
})

describe.runIf(inject('installation').kind === 'compose')("the platform's own images", () => {
  test('go through the platform and come back with the same ids', async () => {
    const { docker, skopeo, podman, folder } = scenario
    for (const local of await platformImages()) {
      const name = `${project}/${local}`
      const id = await docker.imageId(local)
      expectSuccess(await docker.push(local, name))
      expectSuccess(await skopeo.copy(skopeo.reference(name), `dir:${folder}/${uniqueName('platform')}`))
      await podman.removeAllImages()
      expectSuccess(await podman.pull(name))
      expect(await podman.imageId(podman.reference(name)), local).toBe(id)
    }
  })
})
