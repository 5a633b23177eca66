import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectSuccess, succeed } from '../clients/command.js'
import type { Credentials } from '../clients/docker.js'
import { buildRandomImage } from '../images/random-image.js'
import { berth } from '../installation/operations.js'
import { openScenario, uniqueName, type Scenario } from '../scenario.js'

let scenario: Scenario
let user: Credentials

beforeAll(async () => {
  scenario = await openScenario()
  user = await scenario.admin.createUser(uniqueName('carrier'))
  expectSuccess(await scenario.docker.login(user))
})

afterAll(() => scenario[Symbol.asyncDispose]())

test('./berth takes images into a folder of Docker Distribution, and brings them into another project', async () => {
  const { admin, docker, facts, folder } = scenario
  const [from, to] = [uniqueName('from'), uniqueName('to')]
  for (const name of [from, to]) await admin.as(user).createProject(name)
  const image = await buildRandomImage(docker, folder, { layers: 2, bytesPerLayer: 2 ** 16 })
  const imageId = await docker.imageId(image.name)
  expectSuccess(await docker.push(image.name, `${from}/app:v1`))

  const layout = join(folder, 'layout')
  expect(await berth(facts, ['export', 'layout', layout, '--project', from])).toContain(
    '1 manifests and 1 tags brought',
  )
  expect(await berth(facts, ['import', 'layout', layout, '-p', to])).toContain('1 manifests and 1 tags brought')

  // The services go on with what root has brought.
  const blobs = join(facts.dataVolume, 'registry')
  expect(await succeed('find', [blobs, '!', '-user', 'berth'])).toBe('')

  const name = `${to}/${from}/app:v1`
  expectSuccess(await docker.pull(name))
  expect(await docker.imageId(docker.reference(name))).toBe(imageId)
})

test('./berth migrate finds the schema as it has to be', async () => {
  expect(await berth(scenario.facts, ['migrate', '--check'])).toContain('up to date')
  expect(await berth(scenario.facts, ['migrate'])).toContain('up to date')
})
