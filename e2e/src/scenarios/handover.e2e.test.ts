import { readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectSuccess, succeed } from '../clients/command.js'
import { buildRandomImage, type RandomImage } from '../images/random-image.js'
import { openScenario, uniqueName, untilHealthy, type Scenario } from '../scenario.js'

/** Who owned the data of an installation before there was a user of its own; nobody's here. */
const LAST = '54321:54321'
const FOLDERS = ['secret', 'database', 'redis', 'registry', 'job_logs', 'ca_download']

let scenario: Scenario
let image: RandomImage
const project = uniqueName('heir')
const name = `${project}/app:v1`

beforeAll(async () => {
  scenario = await openScenario()
  const { admin, docker, folder } = scenario
  await admin.createProject(project)
  image = await buildRandomImage(docker, folder, { layers: 2, bytesPerLayer: 2 ** 16 })
  expectSuccess(await docker.login(admin.credentials))
  expectSuccess(await docker.push(image.name, name))
})

afterAll(async () => {
  await scenario.docker.forget(image.name)
  await scenario[Symbol.asyncDispose]()
})

test("install.sh hands another user's data to berth, follows no link of theirs, and nothing is lost", async () => {
  const { docker, facts, installation } = scenario
  const id = await docker.imageId(docker.reference(name))
  await installation.stop()
  const victim = join(scenario.folder, 'victim')
  await writeFile(victim, 'root alone')
  const folders = FOLDERS.map((folder) => join(facts.dataVolume, folder))
  const link = join(facts.dataVolume, 'registry/link')
  await symlink(victim, link)
  const logs = facts.kind === 'compose' ? [facts.logLocation] : []
  await succeed('chown', ['-RhP', LAST, ...folders, ...logs])
  const env = join(facts.folder, '.env')
  const [uid, gid] = LAST.split(':')
  const told = (await readFile(env, 'utf8')).replace(/^BERTH_UID=.*$/m, `BERTH_UID=${uid}`)
  await writeFile(env, told.replace(/^BERTH_GID=.*$/m, `BERTH_GID=${gid}`))

  expectSuccess(await installation.install())
  await untilHealthy(scenario)
  expect(await succeed('find', [...folders, ...logs, '-uid', uid ?? ''])).toBe('')
  expect(await succeed('stat', ['-c', '%U %a', victim, join(facts.dataVolume, 'secret')])).toBe('root 644\nroot 750')
  await docker.forget(docker.reference(name))
  expectSuccess(await docker.pull(name))
  expect(await docker.imageId(docker.reference(name))).toBe(id)
  expectSuccess(await docker.push(docker.reference(name), `${project}/app:v2`))
  await succeed('rm', [link])
})
