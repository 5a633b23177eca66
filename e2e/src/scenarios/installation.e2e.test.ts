import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

test('secrets are readable by no other user', async () => {
  const { mode } = await stat(join(scenario.facts.dataVolume, 'secret'))
  expect(mode & 0o007).toBe(0)
})

test('every service but the log runs under the policy for batch work', async () => {
  const services = SERVICES[scenario.facts.kind].filter((service) => service !== 'log')
  for (const service of services) {
    const text = await readFile(`/proc/${await scenario.installation.processId(service)}/stat`, 'utf8')
    // proc_pid_stat(5): the 41st field, SCHED_BATCH. The name before the third one is in parentheses.
    expect(text.slice(text.lastIndexOf(')') + 2).split(' ')[41 - 3], service).toBe('3')
  }
})
