import { makeImage, OciClient } from '@berth/testkit'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../portal/browser.js'
import { outOfReach } from '../portal/out-of-reach.js'
import { Portal } from '../portal/portal.js'
import { LANGUAGES } from '../portal/texts.js'
import { openScenario, uniqueName, type Scenario } from '../scenario.js'

const WIDTHS = [320, 390, 768, 1024, 1280, 1366, 1440, 1920]

let scenario: Scenario
let browser: Browser
const project = uniqueName('wide')

beforeAll(async () => {
  scenario = await openScenario()
  browser = await launchBrowser()
  const { admin, baseUrl } = scenario
  await admin.createProject(project, { public: true })
  const member = await admin.createUser(uniqueName('a.person.with.a.long.name'))
  await admin.addMember(project, member.username, 3)
  const registry = new OciClient(baseUrl, admin.credentials)
  await registry.pushImage(`${project}/deep/er/checkout-api`, 'v1.10.0', makeImage())
  const { digest } = await registry.pushImage(`${project}/deep/er/checkout-api`, `long-${'tag-'.repeat(25)}name`)
  // What cosign 2 puts beside an image: the newest tag of the repository.
  await registry.pushImage(`${project}/deep/er/checkout-api`, `${digest.replace(':', '-')}.sig`)
})

afterAll(async () => {
  await browser.close()
  await scenario[Symbol.asyncDispose]()
})

const repository = 'deep/er/checkout-api'
const content = [
  '/projects',
  `/projects/${project}`,
  `/projects/${project}/overview`,
  `/projects/${project}/all-artifacts`,
  `/projects/${project}/repositories/${repository}`,
  `/projects/${project}/artifacts/${repository}:v1.10.0`,
  `/projects/${project}/compare/${repository}?from=v1.10.0&to=v1.10.0`,
]
const ofProject = ['members', 'robots', 'tag-rules', 'retention', 'webhooks', 'labels', 'audit-log', 'settings'].map(
  (page) => `/projects/${project}/${page}`,
)
const ofSystem = [
  '/users',
  '/quotas',
  '/labels',
  '/cve-allowlist',
  '/registries',
  '/replications',
  '/system-status',
  '/clean-up',
  '/settings',
]
const ofJobs = ['', '?view=runs', '?view=schedules', '?view=workers'].map((view) => `/jobs${view}`)
const administration = ['/', '/profile', ...ofProject, ...ofSystem, ...ofJobs]

async function expectWithinReach(portal: Portal, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await portal.page.setViewportSize({ width: 1440, height: 900 })
    await portal.goto(path)
    await portal.page.locator('main h1').first().waitFor()
    await portal.page.waitForLoadState('networkidle')
    for (const width of WIDTHS) {
      await portal.page.setViewportSize({ width, height: 900 })
      expect(await outOfReach(portal.page), `${path} at ${width} px`).toEqual([])
    }
  }
  expect(portal.problems).toEqual([])
}

describe.each(LANGUAGES)('on screens of every width, in %s,', (language) => {
  test('all of a page can be reached', async () => {
    await using portal = await Portal.open(browser, scenario.baseUrl, language)
    await portal.signIn(scenario.admin.credentials)
    await expectWithinReach(portal, [...content, ...administration])
  })

  test('axe finds no fault in a page, by day or by night', async () => {
    await using portal = await Portal.open(browser, scenario.baseUrl, language)
    await portal.signIn(scenario.admin.credentials)
    for (const path of [...content, ...administration]) {
      await portal.goto(path)
      await portal.page.locator('main h1').first().waitFor()
      await portal.page.waitForLoadState('networkidle')
      for (const colorScheme of ['light', 'dark'] as const) {
        await portal.page.emulateMedia({ colorScheme })
        expect.soft(await portal.accessibilityFaults(), `${path}, ${colorScheme}`).toEqual([])
      }
    }
  })

  test('the menu is whole on a low screen, and moves by itself', async () => {
    await using portal = await Portal.open(browser, scenario.baseUrl, language)
    await portal.signIn(scenario.admin.credentials)
    await portal.page.setViewportSize({ width: 1366, height: 640 })
    await portal.goto('/registries')
    await portal.page.locator('main h1').first().waitFor()
    expect(await portal.page.locator('aside a').first().boundingBox()).toMatchObject({ y: 0, height: 60 })
    await portal.page.locator('aside nav a').last().scrollIntoViewIfNeeded()
    expect(await portal.page.evaluate(() => window.scrollY)).toBe(0)
  })

  test('visitors look around in a public project', async () => {
    await using portal = await Portal.open(browser, scenario.baseUrl, language)
    await expectWithinReach(portal, ['/sign-in', '/sign-up', ...content])
  })
})
