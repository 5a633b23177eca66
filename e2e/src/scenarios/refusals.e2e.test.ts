import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectSuccess, type CommandResult } from '../clients/command.js'
import { curl } from '../clients/curl.js'
import type { Credentials } from '../clients/docker.js'
import { buildRandomImage } from '../images/random-image.js'
import { openScenario, uniqueName, type Scenario } from '../scenario.js'

const GUEST = 3

let scenario: Scenario
let owner: Credentials
let stranger: Credentials
let guest: Credentials
let image: string
const project = uniqueName('private')
const unknownProject = uniqueName('nowhere')

beforeAll(async () => {
  scenario = await openScenario()
  const { admin, docker, folder } = scenario
  owner = await admin.createUser(uniqueName('owner'))
  stranger = await admin.createUser(uniqueName('stranger'))
  guest = await admin.createUser(uniqueName('guest'))
  await admin.as(owner).createProject(project)
  await admin.as(owner).addMember(project, guest.username, GUEST)
  image = (await buildRandomImage(docker, folder, { layers: 1, bytesPerLayer: 1024 })).name
  expectSuccess(await docker.login(owner))
  expectSuccess(await docker.push(image, `${project}/app:v1`))
  await docker.logout()
})

afterAll(async () => {
  await scenario.docker.forget(image)
  await scenario[Symbol.asyncDispose]()
})

function expectRefusal(result: CommandResult, reason: RegExp): void {
  expect(result.code, result.command).not.toBe(0)
  const output = result.stdout + result.stderr
  expect(output).toMatch(reason)
  // A message that a person can act on, not a transport error or a page of HTML.
  expect(output).not.toMatch(/<html|unexpected|\bEOF\b|\b50\d\b|(?:daemon|error): unknown: /i)
}

const denied = /denied|unauthorized|authentication required|access/i

describe.each(['docker', 'podman', 'skopeo'] as const)('%s', (name) => {
  test('is told that the password is wrong', async () => {
    const result = await scenario[name].login({ ...owner, password: 'not-the-Password1' })
    expectRefusal(result, /unauthorized|incorrect username or password|invalid username\/password/i)
  })

  test('is told that a deleted user cannot sign in', async () => {
    const { admin } = scenario
    const leaver = await admin.createUser(uniqueName('leaver'))
    expectSuccess(await scenario[name].login(leaver))
    await admin.deleteUser(leaver.username)
    expectRefusal(
      await scenario[name].login(leaver),
      /unauthorized|incorrect username or password|invalid username\/password/i,
    )
  })
})

describe('docker', () => {
  test('is told that a push to an unknown project is not possible', async () => {
    const { docker } = scenario
    expectSuccess(await docker.login(owner))
    const result = await docker.push(image, `${unknownProject}/app:v1`)
    expectRefusal(result, denied)
    expect(result.stdout + result.stderr).toContain(unknownProject)
  })

  test("is told that a stranger may not pull another's private project", async () => {
    const { docker } = scenario
    expectSuccess(await docker.login(stranger))
    expectRefusal(await docker.pull(`${project}/app:v1`), denied)
    expectRefusal(await docker.push(image, `${project}/app:v2`), denied)
  })

  test('is told that a guest may pull but not push', async () => {
    const { docker } = scenario
    expectSuccess(await docker.login(guest))
    expectSuccess(await docker.pull(`${project}/app:v1`))
    expectRefusal(await docker.push(image, `${project}/app:v3`), denied)
    expect((await scenario.admin.tags(project, 'app')).map((tag) => tag.name)).toEqual(['v1'])
  })

  test('is told that nobody pulls a private project without a login', async () => {
    const { docker } = scenario
    await docker.logout()
    expectRefusal(await docker.pull(`${project}/app:v1`), denied)
  })

  test('is told that an image is not there', async () => {
    const { docker } = scenario
    expectSuccess(await docker.login(owner))
    expectRefusal(await docker.pull(`${project}/app:v9`), /not found|manifest unknown/i)
  })

  test('loses its access as soon as its user is deleted and the token has to be fetched anew', async () => {
    const { admin, docker } = scenario
    const leaver = await admin.createUser(uniqueName('leaver'))
    await admin.addMember(project, leaver.username, GUEST)
    expectSuccess(await docker.login(leaver))
    expectSuccess(await docker.pull(`${project}/app:v1`))
    await admin.deleteUser(leaver.username)
    expectRefusal(await docker.pull(`${project}/app:v1`), denied)
  })
})

describe('podman and skopeo', () => {
  test("are told that a stranger may not read another's private project", async () => {
    const { podman, skopeo } = scenario
    expectSuccess(await podman.login(stranger))
    expectRefusal(await podman.pull(`${project}/app:v1`), denied)
    expectSuccess(await skopeo.login(stranger))
    const result = await skopeo.run(['inspect', '--tls-verify=false', skopeo.reference(`${project}/app:v1`)])
    expectRefusal(result, denied)
  })
})

test('a script that sends a user name and password, and no token, reads what they may read', async () => {
  const url = `${scenario.baseUrl}/v2/${project}/app/tags/list`
  const ask = async ({ username, password }: Credentials) =>
    (await curl(url, ['--user', `${username}:${password}`])).status
  expect(await ask(guest)).toBe(200)
  expect(await ask({ ...guest, password: 'not-the-Password1' })).toBe(401)
  expect(await ask(stranger)).toBe(401)
})

test('a public project is pulled by anyone, and pushed to by members only', async () => {
  const { admin, docker } = scenario
  const open = uniqueName('open')
  await admin.as(owner).createProject(open, { public: true })
  expectSuccess(await docker.login(owner))
  expectSuccess(await docker.push(image, `${open}/app:v1`))
  await docker.logout()
  expectSuccess(await docker.pull(`${open}/app:v1`))
  expectSuccess(await docker.login(stranger))
  expectRefusal(await docker.push(image, `${open}/app:v2`), denied)
})
