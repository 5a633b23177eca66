import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest'
import type { Credentials } from '../clients/docker.js'
import { launchBrowser } from '../portal/browser.js'
import { Portal } from '../portal/portal.js'
import { LANGUAGES } from '../portal/texts.js'
import { openScenario, uniqueName, type Scenario } from '../scenario.js'

let scenario: Scenario
let browser: Browser
let stranger: Credentials
const privateProject = uniqueName('private')

beforeAll(async () => {
  scenario = await openScenario()
  browser = await launchBrowser()
  const { admin } = scenario
  const owner = await admin.createUser(uniqueName('owner'))
  stranger = await admin.createUser(uniqueName('stranger'))
  await admin.as(owner).createProject(privateProject)
})

afterAll(async () => {
  await browser.close()
  await scenario[Symbol.asyncDispose]()
})

describe.each(LANGUAGES)('in %s the portal says', (language) => {
  let portal: Portal

  beforeEach(async () => {
    portal = await Portal.open(browser, scenario.baseUrl, language)
  })

  afterEach(() => portal[Symbol.asyncDispose]())

  async function expectMessage(key: string, values?: Readonly<Record<string, string>>): Promise<void> {
    await portal
      .alert()
      .filter({ hasText: portal.texts.get(key, values) })
      .first()
      .waitFor()
    await portal.screenshot(`${scenario.facts.kind}-${language}-refusal-${key}`)
  }

  test('that the password is wrong', async () => {
    await portal.trySignIn({ ...stranger, password: 'not-the-Password1' })
    await expectMessage('signIn.wrong')
  })

  test('that a deleted user cannot sign in', async () => {
    const leaver = await scenario.admin.createUser(uniqueName('leaver'))
    await scenario.admin.deleteUser(leaver.username)
    await portal.trySignIn(leaver)
    await expectMessage('signIn.wrong')
  })

  test("that another's private project is not for this user", async () => {
    await portal.signIn(stranger)
    await portal.goto(`/projects/${privateProject}`)
    await expectMessage('project.refused', { name: privateProject })
  })

  test('that a project is not known', async () => {
    await portal.signIn(scenario.admin.credentials)
    await portal.goto(`/projects/${uniqueName('nowhere')}`)
    await expectMessage('errors.next.notFound')
  })

  test('that only administrators see the users', async () => {
    await portal.signIn(stranger)
    await portal.goto('/users')
    await expectMessage('nav.refused')
  })

  test('that a page is not there', async () => {
    await portal.signIn(stranger)
    await portal.goto('/no/such/page')
    await expectMessage('notFound.title')
    expect(portal.problems).toEqual([])
  })
})
