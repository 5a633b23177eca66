import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { waitUntil } from '@berth/testkit'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectSuccess } from '../clients/command.js'
import { buildRandomImage, type RandomImage } from '../images/random-image.js'
import { launchBrowser } from '../portal/browser.js'
import { lookAt } from '../portal/look-at.js'
import { Portal } from '../portal/portal.js'
import { LANGUAGES } from '../portal/texts.js'
import { openScenario, uniqueName, type Scenario } from '../scenario.js'
import { machineAddress } from '../sources/machine-address.js'

let scenario: Scenario
let browser: Browser
/** Of this machine, as containers reach it too. */
let host: string
let receiver: Server
const received: string[] = []

beforeAll(async () => {
  scenario = await openScenario()
  browser = await launchBrowser()
  expectSuccess(await scenario.docker.login(scenario.admin.credentials))
  host = await machineAddress()
  receiver = createServer((request, response) => {
    let body = ''
    request.on('data', (piece) => (body += String(piece)))
    request.on('end', () => {
      received.push(body)
      response.end()
    })
  })
  await new Promise<void>((resolve) => void receiver.listen(0, host, resolve))
})

afterAll(async () => {
  receiver.close()
  await browser.close()
  await scenario[Symbol.asyncDispose]()
})

describe.each(LANGUAGES)('images come and go, in %s:', (language) => {
  const names = ['source', 'proxied', 'copies', 'upstream'].map(uniqueName) as [string, string, string, string]
  const [source, proxied, copies, registry] = names
  let portal: Portal
  let image: RandomImage

  beforeAll(async () => {
    const { admin, baseUrl, docker, folder } = scenario
    // One of its own: the engine does not ask for the content of an image that it holds.
    image = await buildRandomImage(docker, folder, { layers: 2, bytesPerLayer: 2 ** 20 })
    await admin.createProject(source, { public: true })
    await admin.createProject(copies)
    portal = await Portal.open(browser, baseUrl, language)
    await portal.signIn(admin.credentials)
  })

  afterAll(() => portal[Symbol.asyncDispose]())

  const look = (page: string) => lookAt(scenario, portal, page)

  test('a webhook is added, tried, and told of a push', async () => {
    const { port } = receiver.address() as AddressInfo
    await portal.goto(`/projects/${source}/webhooks`)
    await portal.button('webhook.add').first().click()
    await portal.field('webhook.name').fill('pipeline')
    await portal.field('webhook.address').fill(`http://${host}:${port}/hook`)
    await portal.inDialog('webhook.try').click()
    await waitUntil(() => received.length > 0, { what: 'the trial comes' })
    await look('add-webhook')
    await portal.inDialog('actions.save').click()
    await portal.page.getByRole('cell').filter({ hasText: 'pipeline' }).first().waitFor()
    received.length = 0
    expectSuccess(await scenario.docker.push(image.name, `${source}/app:v1`))
    await waitUntil(() => received.some((body) => body.includes(`${source}/app:v1`)), { what: 'the push is told' })
    await look('webhooks')
    await portal.choose('pipeline', 'webhook.deliveries')
    await portal.dialog().getByRole('table').waitFor()
    await look('deliveries')
  })

  test('a registry is set up, and tried out before', async () => {
    await portal.goto('/registries')
    await portal.button('registry.create').first().click()
    await portal.field('registry.name').fill(registry)
    await portal.field('registry.url').fill(`http://${host}:${scenario.facts.httpPort}`)
    await portal.inDialog('registry.test').click()
    await portal.shown('registry.answers')
    await look('create-registry')
    await portal.inDialog('actions.create').click()
    await portal.page.getByRole('cell').filter({ hasText: registry }).first().waitFor()
    await look('registries')
  })

  test('a replication copies from it, and shows each task with its log', async () => {
    const { page, texts } = portal
    await portal.goto('/replications')
    await portal.button('replication.create').first().click()
    await portal.field('replication.name').fill(copies)
    await portal.dialog().getByText(texts.get('replication.directions.pull')).click()
    await portal.pick('replication.registry', registry)
    await portal.field('replication.names').fill(`${source}/app`)
    await portal.field('replication.namespace').fill(copies)
    await look('create-replication')
    await portal.inDialog('actions.create').click()
    await page.getByRole('link', { name: copies, exact: true }).click()
    await portal.button('replication.run').click()
    await portal.inDialog('replication.run').click()
    const task = portal
      .table('replication.tasks')
      .getByRole('row')
      .filter({ hasText: `${copies}/${source}/app` })
    await task.filter({ hasText: texts.get('runs.statuses.Success') }).waitFor()
    await look('replication-run')
    await task.getByRole('button').click()
    await portal.dialog().last().getByText(`${source}/app`).first().waitFor()
    await look('replication-log')
    expect((await scenario.admin.tags(copies, `${source}/app`)).map(({ name }) => name)).toEqual(['v1'])
  })

  test('a proxy cache is made of it, and keeps a copy of what is pulled', async () => {
    await portal.goto('/projects')
    await portal.button('project.create').first().click()
    await portal.field('project.name').fill(proxied)
    await portal
      .dialog()
      .locator('label')
      .filter({ hasText: portal.texts.get('project.proxy') })
      .click()
    await portal
      .dialog()
      .getByRole('combobox', { name: portal.texts.get('proxy.registry') })
      .fill(registry)
    await portal.page.locator('.ant-select-item-option').filter({ hasText: registry }).click()
    await look('create-proxy-cache')
    await portal.inDialog('actions.create').click()
    await portal.page.getByText(new RegExp(`docker pull .*/${proxied}/`)).waitFor()
    await look('proxy-cache-empty')
    expectSuccess(await scenario.docker.run(['pull', scenario.docker.reference(`${proxied}/${source}/app:v1`)]))
    await portal.goto(`/projects/${proxied}`)
    await portal.page.getByRole('link', { name: `${source}/app` }).waitFor()
    await portal.shown('repository.cachedOnly')
    await look('proxy-cache')
    const push = await scenario.docker.push(image.name, `${proxied}/app:v1`)
    expect(push.code).not.toBe(0)
  })

  test('its settings are changed where those of a project are', async () => {
    await portal.goto(`/projects/${proxied}/settings`)
    await portal.page.getByLabel(portal.texts.get('proxy.connections')).fill('8')
    await portal.button('actions.save').first().click()
    await portal.shown('settings.saved')
    await look('proxy-cache-settings')
  })

  test('nobody has met an error of a script', () => {
    expect(portal.problems).toEqual([])
  })
})
