import { appendFile, copyFile, mkdir, readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { expectSuccess, succeed } from '../clients/command.js'
import type { Credentials } from '../clients/docker.js'
import { trixieProgram } from '../clients/trixie-program.js'
import { buildRandomImage } from '../images/random-image.js'
import { setKeys } from '../installation/harbor-cfg.js'
import { ComposeInstallation } from '../installation/compose-installation.js'
import { environmentOf } from '../installation/operations.js'
import { launchBrowser } from '../portal/browser.js'
import { Portal } from '../portal/portal.js'
import { openScenario, uniqueName, untilHealthy, type Scenario } from '../scenario.js'
import {
  type AccountSources,
  directoryPerson,
  noAccountSources,
  startAccountSources,
} from '../sources/account-sources.js'

const COMPOSE_V2 = 'usr/libexec/docker/cli-plugins/docker-compose'
const MOST_MEMORY_MB = 500
const MOST_MILLISECONDS_TO_HEALTHY = 20_000

const { kind } = inject('installation')
let scenario: Scenario
let user: Credentials
let imageId: string
const project = uniqueName('lifecycle')
const name = `${project}/app:v1`

beforeAll(async () => {
  scenario = await openScenario()
  const { admin, docker, folder } = scenario
  user = await admin.createUser(uniqueName('resident'))
  await admin.as(user).createProject(project)
  expectSuccess(await docker.login(user))
  const image = await buildRandomImage(docker, folder, { layers: 3, bytesPerLayer: 2 ** 20 })
  imageId = await docker.imageId(image.name)
  expectSuccess(await docker.push(image.name, name))
})

afterAll(() => scenario[Symbol.asyncDispose]())

async function expectNothingLost(): Promise<void> {
  const { admin, docker } = scenario
  await untilHealthy(scenario)
  expect((await admin.as(user).tags(project, 'app')).map((tag) => tag.name)).toEqual(['v1'])
  await docker.forget(docker.reference(name))
  expectSuccess(await docker.login(user))
  expectSuccess(await docker.pull(name))
  expect(await docker.imageId(docker.reference(name))).toBe(imageId)
}

async function expectStopped(): Promise<void> {
  await expect(fetch(scenario.baseUrl, { signal: AbortSignal.timeout(5000) })).rejects.toThrow('fetch failed')
}

describe('nothing is lost', () => {
  test('by stop and start', async () => {
    await scenario.installation.stop()
    await expectStopped()
    await scenario.installation.start()
    await expectNothingLost()
  })

  test('by restart', async () => {
    await scenario.installation.restart()
    await expectNothingLost()
  })

  test.runIf(kind === 'compose')('by down and up -d, which is healthy within 20 s', async () => {
    const compose = new ComposeInstallation(scenario.facts)
    await compose.down()
    await expectStopped()
    const started = Date.now()
    await compose.compose('up', '-d')
    await untilHealthy(scenario)
    const took = Date.now() - started
    console.log(`From up -d to healthy: ${(took / 1000).toFixed(1)} s`)
    await expectNothingLost()
    expect(took).toBeLessThanOrEqual(MOST_MILLISECONDS_TO_HEALTHY)
  })
})

describe('install.sh run again', () => {
  const person = { username: uniqueName('officer'), password: 'Stars and sextant' }
  let sources: AccountSources
  let configuration: string
  let original: string
  let secrets: Record<string, string>

  beforeAll(async () => {
    const { facts, folder } = scenario
    sources = await startAccountSources(scenario, [directoryPerson(person)])
    configuration = join(facts.folder, 'harbor.cfg')
    original = join(folder, 'harbor.cfg')
    await copyFile(configuration, original)
    secrets = await readFolder(join(facts.dataVolume, 'secret'))
  })

  afterAll(() => sources[Symbol.asyncDispose]())

  /** @param keys some that harbor.cfg has, and others as Harbor calls them */
  async function installWith(keys: Readonly<Record<string, string>>): Promise<void> {
    await copyFile(original, configuration)
    await setKeys(configuration, { reload_config: 'true' })
    const lines = Object.entries(keys).map(([key, value]) => `\n${key} = ${value}`)
    await appendFile(configuration, lines.join(''))
    expectSuccess(await scenario.installation.install())
    await expectNothingLost()
  }

  test('applies changed settings, and lets in whom the directory of harbor.cfg knows', async () => {
    const { admin, docker } = scenario
    expect((await admin.systemInfo()).self_registration).toBe(true)
    const { url, base, searcher } = sources.directory
    await setKeys(original, { self_registration: 'off' })
    await installWith({
      auth_mode: 'ldap_auth',
      ldap_url: url,
      ldap_searchdn: searcher.dn,
      ldap_search_pwd: searcher.password,
      ldap_basedn: base,
      ldap_uid: 'uid',
    })
    expect(await admin.systemInfo()).toMatchObject({ self_registration: false, auth_mode: 'ldap_auth' })
    expectSuccess(await docker.login(person))
    expect((await docker.login({ ...person, password: 'wrong' })).code).not.toBe(0)
  })

  test('lets in by the portal whom the provider of harbor.cfg knows, beside those of the directory', async () => {
    const { admin, docker, baseUrl } = scenario
    const { provider } = sources
    await installWith({
      auth_mode: 'oidc_auth',
      oidc_provider_url: provider.issuer,
      oidc_client_id: provider.client.id,
      oidc_client_secret: provider.client.secret,
    })
    const { auth_mode, oidc_provider_name } = await admin.systemInfo()
    expect(auth_mode).toBe('oidc_auth')
    const username = uniqueName('purser')
    provider.person = { sub: username, preferred_username: username }
    const browser = await launchBrowser()
    try {
      await using portal = await Portal.open(browser, baseUrl, 'en-US')
      await portal.signInByProvider(oidc_provider_name ?? '', username, { asNewcomer: true })
      expectSuccess(await docker.login({ username, password: await portal.makeCliSecret() }))
    } finally {
      await browser.close()
    }
    expectSuccess(await docker.login(person))
  })

  test('takes them back, and keeps the secrets', async () => {
    const { admin, facts } = scenario
    await setKeys(original, { self_registration: 'on' })
    await installWith({})
    expect((await admin.systemInfo()).self_registration).toBe(true)
    await admin.configure({ ...noAccountSources, auth_mode: 'db_auth' })
    expect(await readFolder(join(facts.dataVolume, 'secret'))).toEqual(secrets)
  })
})

describe.runIf(kind === 'compose')('docker compose v2', () => {
  beforeAll(async () => {
    const plugins = join(scenario.facts.home, '.docker/cli-plugins')
    await mkdir(plugins, { recursive: true })
    await copyFile(await trixieProgram('docker-compose', COMPOSE_V2), join(plugins, 'docker-compose'))
  })

  afterAll(() => rm(join(scenario.facts.home, '.docker'), { recursive: true }))

  test('takes the installation over, and loses nothing by down and up -d', async () => {
    const { facts, installation } = scenario
    expect(expectSuccess(await installation.install()).stdout).toContain('docker compose version: 2.')
    const options = { cwd: facts.folder, env: environmentOf(facts) }
    for (const words of ['stop', 'start', 'restart', 'down', 'up -d']) {
      await succeed('docker', ['compose', ...words.split(' ')], options)
    }
    await expectNothingLost()
  })
})

test(`at rest the whole stack needs at most ${MOST_MEMORY_MB} MB`, async () => {
  const { totalMb, output } = await scenario.installation.memory()
  console.log(output)
  expect(totalMb).toBeLessThanOrEqual(MOST_MEMORY_MB)
})

async function readFolder(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort()
  return Object.fromEntries(
    await Promise.all(names.map(async (file) => [file, await readFile(join(folder, file), 'base64')] as const)),
  )
}
