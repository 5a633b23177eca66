import { setTimeout as sleep } from 'node:timers/promises'
import { waitUntil } from '@berth/testkit'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { expectSuccess, type CommandResult, type RunningCommand } from '../clients/command.js'
import type { Credentials } from '../clients/docker.js'
import { buildRandomImage } from '../images/random-image.js'
import { SERVICES, type Service } from '../installation/services.js'
import { openScenario, uniqueName, untilHealthy, type Scenario } from '../scenario.js'

/** Random bytes: docker needs a second or more to push or pull them, of which the kill falls into the first. */
const IMAGE = { layers: 5, bytesPerLayer: 20 * 2 ** 20 }
const UNDER_WAY = { push: { line: /Preparing/, thenMs: 500 }, pull: { line: /Pulling fs layer/, thenMs: 50 } }

let scenario: Scenario
let user: Credentials
const project = uniqueName('crash')

beforeAll(async () => {
  scenario = await openScenario()
  user = await scenario.admin.createUser(uniqueName('survivor'))
  await scenario.admin.as(user).createProject(project)
  expectSuccess(await scenario.docker.login(user))
  expectSuccess(await scenario.skopeo.login(user))
})

afterAll(() => scenario[Symbol.asyncDispose]())

/** Kills the service while the client works; afterwards the client's own retries, or one started by hand, have to succeed. */
async function killDuring(service: Service, action: 'push' | 'pull', name: string): Promise<CommandResult> {
  const { docker, installation } = scenario
  const args = [action, docker.reference(name)]
  const victim = await installation.processId(service)
  const running: RunningCommand = docker.start(args)
  await running.printed(UNDER_WAY[action].line)
  await sleep(UNDER_WAY[action].thenMs)
  expect(running.process.exitCode, `${action} has to be under way when ${service} is killed`).toBeNull()
  process.kill(victim, 'SIGKILL')
  const first = await running.finished
  const attempt = first.code === 0 ? first : await retry(args)
  await waitUntil(async () => (await installation.processId(service)) !== victim, { what: `${service} to come back` })
  await untilHealthy(scenario)
  return attempt
}

async function retry(args: readonly string[]): Promise<CommandResult> {
  let last: CommandResult | undefined
  try {
    await waitUntil(async () => (last = await scenario.docker.run(args)).code === 0, {
      what: `docker ${args.join(' ')}`,
      timeoutMs: 60_000,
    })
  } catch (error) {
    if (last === undefined) throw error
  }
  if (last === undefined) throw new Error('The client was not tried again.')
  return expectSuccess(last)
}

describe.each(SERVICES[inject('installation').kind])('kill -9 of %s', (service) => {
  const name = `${project}/${service}:v1`

  test('during a push and a pull costs at most a retry, and nothing is corrupt', async () => {
    const { docker, skopeo, folder } = scenario
    const image = await buildRandomImage(docker, folder, IMAGE)
    const id = await docker.imageId(image.name)
    await docker.tag(image.name, name)

    await killDuring(service, 'push', name)
    // skopeo checks each blob against its digest.
    expectSuccess(await skopeo.copy(skopeo.reference(name), `dir:${folder}/${service}`))

    await docker.forget(image.name)
    await killDuring(service, 'pull', name)
    expect(await docker.imageId(docker.reference(name))).toBe(id)
    await docker.forget(docker.reference(name))
  })
})

test('afterwards every pushed image is listed once, with its size', async () => {
  for (const service of SERVICES[scenario.facts.kind]) {
    const tags = await scenario.admin.as(user).tags(project, service)
    expect(tags.map((tag) => tag.name)).toEqual(['v1'])
    expect(tags[0]?.size).toBeGreaterThan(IMAGE.layers * IMAGE.bytesPerLayer)
  }
})
