import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectSuccess, type CommandResult } from '../clients/command.js'
import {
  createAccessToken,
  createRobot,
  disableRobot,
  enableSecondFactor,
  revokeAccessToken,
} from '../clients/credentials.js'
import { curl } from '../clients/curl.js'
import type { Credentials } from '../clients/docker.js'
import { HelmClient } from '../clients/helm.js'
import { buildRandomImage } from '../images/random-image.js'
import { launchBrowser } from '../portal/browser.js'
import { Portal } from '../portal/portal.js'
import { openScenario, uniqueName, type Scenario } from '../scenario.js'
import {
  type AccountSources,
  directoryGroup,
  directoryPerson,
  groupDn,
  noAccountSources,
  startAccountSources,
} from '../sources/account-sources.js'

const DEVELOPER = 2
const VERSION = '0.1.0'

let scenario: Scenario
let sources: AccountSources
let helm: HelmClient
let image: string
let chart: string
const project = uniqueName('sign-in')
const kinds = ['a robot', 'an access token', 'a user of the directory', 'a CLI secret'] as const
const credentials = new Map<(typeof kinds)[number], Credentials>()

function of(kind: (typeof kinds)[number]): Credentials {
  const found = credentials.get(kind)
  if (found === undefined) throw new Error(`There are no credentials of ${kind}.`)
  return found
}

beforeAll(async () => {
  scenario = await openScenario()
  const { admin, docker, podman, folder, registry } = scenario
  const inDirectory = { username: uniqueName('navigator'), password: 'Stars and sextant' }
  const group = uniqueName('navigators')
  sources = await startAccountSources(scenario, [
    directoryPerson(inDirectory),
    directoryGroup(group, inDirectory.username),
  ])
  await admin.configure(sources.settings)
  const owner = await admin.createUser(uniqueName('captain'))
  await admin.as(owner).createProject(project)
  const team = uniqueName('team')
  await admin.addGroup(project, { group_type: 1, ldap_group_dn: groupDn(group) }, DEVELOPER)
  await admin.addGroup(project, { group_type: 3, group_name: team }, DEVELOPER)
  credentials.set('a robot', await createRobot(admin.as(owner), project, 'ci'))
  credentials.set('an access token', await createAccessToken(admin.as(owner), 'docker'))
  credentials.set('a user of the directory', inDirectory)
  credentials.set('a CLI secret', await cliSecret(uniqueName('pilot'), team))

  helm = await HelmClient.open(registry, folder)
  chart = await helm.package('rudder', VERSION)
  image = (await buildRandomImage(docker, folder, { layers: 1, bytesPerLayer: 1024 })).name
  await podman.takeFromDocker(image)
})

afterAll(async () => {
  await scenario.admin.configure(noAccountSources)
  await sources[Symbol.asyncDispose]()
  await scenario.docker.forget(image)
  await scenario[Symbol.asyncDispose]()
})

/** Signs somebody in at the provider, with a browser, who then makes a CLI secret for themself. */
async function cliSecret(username: string, group: string): Promise<Credentials> {
  sources.provider.person = { sub: username, preferred_username: username, groups: [group] }
  const browser = await launchBrowser()
  try {
    await using portal = await Portal.open(browser, scenario.baseUrl, 'en-US')
    await portal.signInByProvider('Harbour ID', username)
    return { username, password: await portal.makeCliSecret() }
  } finally {
    await browser.close()
  }
}

const repository = (kind: string, client: string) => `${project}/${kind.replaceAll(' ', '-').toLowerCase()}-${client}`

describe.each(kinds)('with %s', (kind) => {
  test('docker signs in, pushes and pulls', async () => {
    const { docker } = scenario
    const name = `${repository(kind, 'docker')}:v1`
    expect(expectSuccess(await docker.login(of(kind))).stdout).toContain('Login Succeeded')
    expectSuccess(await docker.push(image, name))
    await docker.must(['rmi', docker.reference(name)])
    expectSuccess(await docker.pull(name))
    expect(await docker.imageId(docker.reference(name))).toBe(await docker.imageId(image))
  })

  test('podman signs in, pushes and pulls', async () => {
    const { podman } = scenario
    const name = `${repository(kind, 'podman')}:v1`
    expectSuccess(await podman.login(of(kind)))
    expectSuccess(await podman.push(image, name))
    expectSuccess(await podman.pull(name))
  })

  test('skopeo signs in, pushes and pulls', async () => {
    const { skopeo, folder } = scenario
    const name = skopeo.reference(`${repository(kind, 'skopeo')}:v1`)
    expectSuccess(await skopeo.login(of(kind)))
    expectSuccess(await skopeo.copy(`docker-daemon:${image}`, name))
    expectSuccess(await skopeo.copy(name, `dir:${folder}/${uniqueName('pulled')}`))
  })

  test('helm signs in, pushes and pulls', async () => {
    expectSuccess(await helm.login(of(kind)))
    expectSuccess(await helm.push(chart, project))
    expectSuccess(await helm.pull(project, 'rudder', VERSION))
  })

  test('docker is told that the secret is wrong, and podman, skopeo and helm are refused', async () => {
    const { docker, podman, skopeo } = scenario
    const { username, password } = of(kind)
    const wrong = { username, password: `${password}x` }
    expectWords(await docker.login(wrong), 'The user name or password is wrong.')
    for (const client of [podman, skopeo, helm]) expect((await client.login(wrong)).code).not.toBe(0)
    // A guess or two keeps nobody out.
    expectSuccess(await docker.login(of(kind)))
  })
})

function expectWords({ code, stdout, stderr }: CommandResult, words: string): void {
  expect(code).not.toBe(0)
  expect(stdout + stderr).toContain(words)
}

describe('docker is told', () => {
  test('that a robot is disabled', async () => {
    const { admin, docker } = scenario
    const robot = await createRobot(admin, project, 'asleep')
    expectSuccess(await docker.login(robot))
    await disableRobot(admin, robot.id)
    expectWords(await docker.login(robot), 'This robot is disabled.')
  })

  test('nothing more of a token that was revoked', async () => {
    const { admin, docker } = scenario
    const user = admin.as(await admin.createUser(uniqueName('mate')))
    const token = await createAccessToken(user, 'lost')
    expectSuccess(await docker.login(token))
    await revokeAccessToken(user, token.id)
    expectWords(await docker.login(token), 'The user name or password is wrong.')
  })

  test('that somebody with a second factor signs in with an access token', async () => {
    const { admin, docker, baseUrl } = scenario
    const user = await admin.createUser(uniqueName('careful'))
    const token = await createAccessToken(admin.as(user), 'docker')
    await enableSecondFactor(admin.as(user))
    expectWords(await docker.login(user), 'use an access token as the password')
    const bare = await curl(`${baseUrl}/v2/`, ['--user', `${user.username}:${user.password}`])
    expect(bare).toMatchObject({ status: 401, body: expect.stringContaining('use an access token as the password') })
    expectSuccess(await docker.login(token))
  })
})

test('with the directory away its users come in later, and robots and tokens sign in as before', async () => {
  const { docker, baseUrl } = scenario
  await sources.directory.stop()
  try {
    const stranger = { username: uniqueName('stranger'), password: 'Stars and sextant' }
    // Of an answer that passes docker shows the status alone.
    expectWords(await docker.login(stranger), '503 Service Unavailable')
    const { username, password } = stranger
    const asked = await curl(`${baseUrl}/api/v2.0/users/current`, ['--user', `${username}:${password}`])
    expect(asked).toMatchObject({ status: 503, body: expect.stringContaining('The directory (LDAP) does not answer.') })
    for (const kind of ['a robot', 'an access token', 'a CLI secret'] as const)
      expectSuccess(await docker.login(of(kind)))
  } finally {
    await sources.directory.start()
  }
})
