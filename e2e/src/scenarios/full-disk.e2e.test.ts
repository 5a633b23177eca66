import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { waitUntil } from '@berth/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectSuccess } from '../clients/command.js'
import type { Credentials } from '../clients/docker.js'
import { buildRandomImage, type RandomImage } from '../images/random-image.js'
import { setKeys } from '../installation/harbor-cfg.js'
import { moveToSmallDisk, type SmallDisk } from '../installation/small-disk.js'
import { launchBrowser } from '../portal/browser.js'
import { Portal } from '../portal/portal.js'
import { LANGUAGES } from '../portal/texts.js'
import { openScenario, uniqueName, untilHealthy, type Scenario } from '../scenario.js'

const MIB = 2 ** 20
/** What uploads leave free of a disk of this size. */
const RESERVE = 256 * MIB

let scenario: Scenario
let disk: SmallDisk
let user: Credentials
let large: RandomImage
let small: RandomImage
const project = uniqueName('full')

beforeAll(async () => {
  scenario = await openScenario()
  const { docker, folder, installation } = scenario
  large = await buildRandomImage(docker, folder, { layers: 4, bytesPerLayer: 20 * MIB })
  small = await buildRandomImage(docker, folder, { layers: 1, bytesPerLayer: MIB })
  disk = await moveToSmallDisk(installation, folder)
  await untilHealthy(scenario)
  user = await scenario.admin.createUser(uniqueName('stevedore'))
  await scenario.admin.as(user).createProject(project)
  expectSuccess(await docker.login(user))
  expectSuccess(await docker.push(large.name, `${project}/large:v1`))
  await disk.leave(RESERVE - 20 * MIB)
  // Each process of the registry looks at the disk once a second at most, and health asks one of them.
  await waitUntil(async () => (await scenario.admin.health()).status !== 'healthy', {
    what: 'the disk to be seen as full',
  })
  await sleep(1500)
})

afterAll(async () => {
  await disk?.[Symbol.asyncDispose]()
  await untilHealthy(scenario)
  for (const { name } of [large, small]) await scenario.docker.forget(name)
  await scenario[Symbol.asyncDispose]()
})

test('a push is refused in words, and takes nothing of the reserve', async () => {
  const before = await disk.free()
  const { code, stdout, stderr } = await scenario.docker.push(small.name, `${project}/small:v1`)
  expect(code).not.toBe(0)
  expect(stdout + stderr).toMatch(/507 Insufficient Storage|no space left/)
  expect(await disk.free()).toBeGreaterThan(before - 5 * MIB)
})

test('signing in and pulling go on', async () => {
  const { docker } = scenario
  expectSuccess(await docker.login(user))
  const id = await docker.imageId(large.name)
  await docker.forget(large.name)
  expectSuccess(await docker.pull(`${project}/large:v1`))
  expect(await docker.imageId(docker.reference(`${project}/large:v1`))).toBe(id)
})

test('health says it of the storage, and of nothing else', async () => {
  const { status, components } = await scenario.admin.health()
  expect(status).toBe('unhealthy')
  expect(components.filter((one) => one.status !== 'healthy').map(({ name }) => name)).toEqual(['storage'])
})

test('the portal says it to everybody who has signed in', async () => {
  const browser = await launchBrowser()
  try {
    for (const language of LANGUAGES) {
      await using portal = await Portal.open(browser, scenario.baseUrl, language)
      await portal.signIn(user)
      await portal.page.getByText(portal.texts.get('system.storageFull')).waitFor()
      await portal.screenshot(`${scenario.facts.kind}-${language}-disk-full`)
    }
  } finally {
    await browser.close()
  }
})

test('install.sh applies a setting, and says that the disk is full', async () => {
  const { facts, folder, installation } = scenario
  const configuration = join(facts.folder, 'harbor.cfg')
  const original = join(folder, 'harbor.cfg')
  await copyFile(configuration, original)
  await setKeys(configuration, { deleted_retention_days: '6' })
  const { stdout } = expectSuccess(await installation.install())
  expect(stdout).toContain('is full up to its reserve')
  await copyFile(original, configuration)
})

test('what is deleted makes room at once where an administrator asks for it, and pushes go on', async () => {
  const { admin, docker } = scenario
  const before = await disk.free()
  await admin.deleteRepository(project, 'large')
  const id = await admin.collectGarbage({ purge_deleted: true })
  await waitUntil(async () => (await admin.garbageCollection(id)).job_status === 'Success', {
    what: `run ${id} to succeed`,
    timeoutMs: 60_000,
  })
  expect(await disk.free()).toBeGreaterThan(before + 75 * MIB)
  await untilHealthy(scenario)
  expectSuccess(await docker.push(small.name, `${project}/small:v1`))
})
