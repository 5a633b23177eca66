import { makeImage, OciClient } from '@berth/testkit'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Credentials } from '../clients/docker.js'
import { launchBrowser } from '../portal/browser.js'
import { outOfReach } from '../portal/out-of-reach.js'
import { Portal } from '../portal/portal.js'
import { LANGUAGES, type Language } from '../portal/texts.js'
import { openScenario, uniqueName, type Scenario } from '../scenario.js'

const WIDTHS = [320, 390, 768, 1024, 1280, 1366, 1440, 1920]
const WALKERS = 3

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

interface Walk {
  readonly language: Language
  /** Nobody signs in unless told. */
  readonly person?: Credentials
  readonly paths: readonly string[]
  readonly look: (portal: Portal, path: string) => Promise<void>
}

/** Goes to each page once. Some walk at a time, because much of it is waiting; each by itself, because a browser opens few connections to a server. */
async function eachPage({ language, person, paths, look }: Walk): Promise<void> {
  const left = [...paths]
  const walk = async (): Promise<void> => {
    await using portal = await Portal.open(browser, scenario.baseUrl, language)
    if (person !== undefined) await portal.signIn(person)
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      await portal.page.setViewportSize({ width: 1440, height: 900 })
      await portal.gotoWhole(path)
      await look(portal, path)
    }
    expect(portal.problems).toEqual([])
  }
  await Promise.all(Array.from({ length: WALKERS }, walk))
}

async function expectWithinReach({ page }: Portal, path: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    expect.soft(await outOfReach(page), `${path} at ${width} px`).toEqual([])
  }
}

/** Night changes colours alone. */
async function expectAccessible(portal: Portal, path: string): Promise<void> {
  expect.soft(await portal.accessibilityFaults(), path).toEqual([])
  await portal.page.emulateMedia({ colorScheme: 'dark' })
  expect.soft(await portal.accessibilityFaults(['color-contrast']), `${path}, dark`).toEqual([])
  await portal.page.emulateMedia({ colorScheme: 'light' })
}

describe.each(LANGUAGES)('on screens of every width, in %s,', (language) => {
  test('all of a page can be reached, and axe finds no fault in it by day or by night', async () => {
    await eachPage({
      language,
      person: scenario.admin.credentials,
      paths: [...content, ...administration],
      look: async (portal, path) => {
        await expectAccessible(portal, path)
        await expectWithinReach(portal, path)
      },
    })
  })

  test('the menu is whole on a low screen, and moves by itself', async () => {
    await using portal = await Portal.open(browser, scenario.baseUrl, language)
    await portal.signIn(scenario.admin.credentials)
    await portal.page.setViewportSize({ width: 1366, height: 640 })
    await portal.gotoWhole('/registries')
    expect(await portal.page.locator('aside a').first().boundingBox()).toMatchObject({ y: 0, height: 60 })
    await portal.page.locator('aside nav a').last().scrollIntoViewIfNeeded()
    expect(await portal.page.evaluate(() => window.scrollY)).toBe(0)
  })

  test('visitors look around in a public project', async () => {
    await eachPage({ language, paths: ['/sign-in', '/sign-up', ...content], look: expectWithinReach })
  })
})
