import { makeImage, OciClient } from '@berth/testkit'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Credentials } from '../clients/docker.js'
import { launchBrowser } from '../portal/browser.js'
import { outOfReach, widerThanFrame } from '../portal/out-of-reach.js'
import { Portal } from '../portal/portal.js'
import { LANGUAGES, type Language } from '../portal/texts.js'
import { openScenario, uniqueName, type Scenario } from '../scenario.js'

const WIDTHS = [320, 390, 768, 1024, 1280, 1366, 1440, 1920]
const WALKERS = 3

let scenario: Scenario
let browser: Browser
const project = uniqueName('wide')
/** As long as names may be, and nowhere to break: nothing was pushed to it. */
const unbroken = uniqueName('wide').padEnd(255, 'x')

beforeAll(async () => {
  scenario = await openScenario()
  browser = await launchBrowser()
  const { admin, baseUrl } = scenario
  await admin.createProject(project, { public: true })
  await admin.createProject(unbroken, { public: true })
  await admin.send('POST', `/projects/${project}/webhook/policies`, 201, {
    name: 'w'.repeat(200),
    enabled: true,
    event_types: ['PUSH_ARTIFACT'],
    targets: [{ type: 'http', address: `https://hooks.example.com/${'p'.repeat(200)}`, skip_cert_verify: false }],
  })
  const access = ['pull', 'push'].map((action) => ({ resource: 'repository', action }))
  await admin.send('POST', '/robots', 201, {
    name: 'r'.repeat(100),
    level: 'project',
    duration: -1,
    permissions: [{ kind: 'project', namespace: project, access }],
  })
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
  `/projects/${unbroken}`,
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

/** What two images or a role have in common is a matrix: its columns are what one looks for. */
const hasLists = (path: string) => !path.includes('/compare/')

async function expectWithinReach({ page }: Portal, path: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    expect.soft(await outOfReach(page), `${path} at ${width} px`).toEqual([])
    if (width >= 390 && hasLists(path)) expect.soft(await widerThanFrame(page), `${path} at ${width} px`).toEqual([])
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
