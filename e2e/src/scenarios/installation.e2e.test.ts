import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { expectSuccess, succeed } from '../clients/command.js'
import { platformImages } from '../images/real-image.js'
import { installationPrint } from '../installation/installation-print.js'
import { openDatabase } from '../installation/open-database.js'
import { SERVICES } from '../installation/services.js'
import { openScenario, type Scenario } from '../scenario.js'

let scenario: Scenario

beforeAll(async () => {
  scenario = await openScenario()
})

afterAll(() => scenario[Symbol.asyncDispose]())

test("install.sh prints Harbor's steps and, once everything is healthy, where to go", () => {
  const { installOutput, kind } = scenario.facts
  expect(installOutput).toContain('[Step 0]: checking installation environment ...')
  expect(installOutput).toContain('✔ ----Berth has been installed and started successfully.----')
  expect(installOutput).toMatch(/Now you should be able to visit the admin portal at http:\/\/\S+\./)
  expect(installOutput).toContain('insecure-registries')
  if (kind === 'compose') expect(installOutput).toContain('[Step 1]: loading Berth images ...')
})

test('every component is healthy when install.sh ends', async () => {
  const { status, components } = await scenario.admin.health()
  expect(components.filter((component) => component.status !== 'healthy')).toEqual([])
  expect(status).toBe('healthy')
})

test('the offline package is installed without a registry being asked', () => {
  expect(scenario.facts.imagesFetched).toEqual([])
})

test('the portal, its deep links and the API document are served', async () => {
  for (const path of ['/', '/projects/library', '/devcenter-api-2.0']) {
    const response = await fetch(`${scenario.baseUrl}${path}`)
    expect(response.status, path).toBe(200)
    expect(response.headers.get('content-type'), path).toContain('text/html')
  }
  expect((await scenario.admin.systemInfo()).registry_url).toBe(scenario.registry)
})

test('the public project library is there', async () => {
  expect(await scenario.admin.repositories('library')).toEqual([])
})

test('secrets, data and logs are readable by no other user, and belong to the user berth', async () => {
  const { dataVolume, logLocation, kind } = scenario.facts
  const berthId = Number(await succeed('id', ['-u', 'berth']))
  const secrets = (await readdir(join(dataVolume, 'secret'))).map((name) => `secret/${name}`)
  for (const name of ['database', 'redis', 'registry', ...secrets.filter((name) => name !== 'secret/token.crt')]) {
    const { mode, uid } = await stat(join(dataVolume, name))
    expect([name, mode & 0o007, uid]).toEqual([name, 0, berthId])
  }
  // What root reads and writes there is to be no link that the services' user has made.
  const { mode, uid } = await stat(join(dataVolume, 'secret'))
  expect([mode & 0o777, uid]).toEqual([0o750, 0])
  const logs = kind === 'compose' ? logLocation : join(logLocation, 'api')
  expect((await stat(logs)).mode & 0o007).toBe(0)
})

test("the administrator's first password lies nowhere once it has served, and install.sh shouts that it is the known one", async () => {
  expect(await readFile(join(scenario.facts.dataVolume, 'secret/admin-password'), 'utf8')).toBe('')
  expect(scenario.facts.installOutput).toContain('!!! The password of admin is still the one that everybody knows.')
})

test('the role of the services is no superuser of the database', async () => {
  const client = await openDatabase(scenario.installation)
  const { rows } = await client.query('select rolsuper from pg_roles where rolname = current_user')
  await client.end()
  expect(rows).toEqual([{ rolsuper: false }])
})

test('install.sh without a change interrupts nothing', async () => {
  const before = await installationPrint(scenario.installation)
  expectSuccess(await scenario.installation.install())
  expect(await installationPrint(scenario.installation)).toEqual(before)
})

test.runIf(inject('installation').kind === 'compose')(
  'images hold neither settings nor what lies beside them',
  async () => {
    const names = ['harbor.cfg', 'harbor.yml', '.env', 'install.sh', '*.key']
    const find = ['find', '/', '-xdev', ...names.flatMap((name) => ['-o', '-name', name]).slice(1)]
    for (const image of await platformImages())
      expect(await succeed('docker', ['run', '--rm', '--user', '0', '--entrypoint', '', image, ...find]), image).toBe(
        '',
      )
  },
)

test('every service but the log runs under the policy for batch work', async () => {
  const services = SERVICES[scenario.facts.kind].filter((service) => service !== 'log')
  for (const service of services) {
    const text = await readFile(`/proc/${await scenario.installation.processId(service)}/stat`, 'utf8')
    // proc_pid_stat(5): the 41st field, SCHED_BATCH. The name before the third one is in parentheses.
    expect(text.slice(text.lastIndexOf(')') + 2).split(' ')[41 - 3], service).toBe('3')
  }
})
