import { OciClient, waitUntil } from '@berth/testkit'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectSuccess } from '../clients/command.js'
import type { Credentials } from '../clients/docker.js'
import { buildRandomImage } from '../images/random-image.js'
import { launchBrowser } from '../portal/browser.js'
import { lookAt } from '../portal/look-at.js'
import { Portal } from '../portal/portal.js'
import { LANGUAGES } from '../portal/texts.js'
import { openScenario, uniqueName, type Scenario } from '../scenario.js'

const MIB = 2 ** 20

let scenario: Scenario
let browser: Browser
/** Local images of 1.8 and 1 MiB that have nothing in common. */
let images: readonly [string, string]

beforeAll(async () => {
  scenario = await openScenario()
  browser = await launchBrowser()
  const { docker, folder, admin } = scenario
  expectSuccess(await docker.login(admin.credentials))
  const build = async (bytesPerLayer: number) =>
    (await buildRandomImage(docker, folder, { layers: 1, bytesPerLayer })).name
  images = [await build(1.8 * MIB), await build(MIB)]
})

afterAll(async () => {
  await browser.close()
  await scenario[Symbol.asyncDispose]()
})

describe.each(LANGUAGES)('rules that administrators make, in %s:', (language) => {
  const [kept, limited, ruled] = ['kept', 'limited', 'ruled'].map(uniqueName) as [string, string, string]
  let portal: Portal
  let developer: Credentials

  beforeAll(async () => {
    const { admin, baseUrl } = scenario
    for (const project of [kept, limited, ruled]) await admin.createProject(project)
    developer = await admin.createUser(uniqueName('developer'))
    await admin.addMember(ruled, developer.username, 2)
    const registry = new OciClient(baseUrl, admin.credentials)
    for (const tag of ['v1', 'v2', 'v3', 'v4', 'v5', 'stable']) await registry.pushImage(`${kept}/app`, tag)
    portal = await Portal.open(browser, baseUrl, language)
    await portal.signIn(admin.credentials)
  })

  afterAll(() => portal[Symbol.asyncDispose]())

  const look = (page: string) => lookAt(scenario, portal, page)
  const keptTags = async () => (await scenario.admin.tags(kept, 'app')).map(({ name }) => name).toSorted()

  describe('retention', () => {
    /** The row of an artifact in the table of a preview or a run. */
    const verdict = (tag: string) =>
      portal.table('retention.verdicts').getByRole('row').filter({ hasText: tag }).filter({ hasText: 'sha256:' })

    async function setBrake(percent: string): Promise<void> {
      await portal.button('runs.change').click()
      await portal.field('retention.brake').fill(percent)
      await look('retention-plan')
      await portal.inDialog('actions.save').click()
      await portal.dialog().waitFor({ state: 'hidden' })
    }

    /** Makes a preview, and deletes what it shows. Ends on the table of the run. */
    async function runFromPreview(): Promise<void> {
      await portal.button('retention.makePreview').click()
      const { texts } = portal
      await portal.inDialog('retention.runPreview').click()
      const question = portal.dialog().filter({ hasText: texts.get('retention.runText') })
      await question.getByRole('button', { name: texts.name('retention.runPreview') }).click()
      await portal.table('retention.verdicts').waitFor()
    }

    test('rules are made from templates', async () => {
      await portal.goto(`/projects/${kept}/retention`)
      await portal.button('retention.addRule').first().click()
      await portal.field('retention.artifacts').fill('2')
      await portal.field('selector.tags').fill('v*')
      await look('retention-rule')
      await portal.inDialog('actions.save').click()
      await portal.page.getByRole('listitem').filter({ hasText: 'v*' }).first().waitFor()
      await portal.button('retention.addRule').first().click()
      await portal.pick('retention.keep', portal.texts.get('retention.templates.always'))
      await portal.field('selector.tags').fill('stable')
      await portal.inDialog('actions.save').click()
      await portal.page.getByRole('listitem').filter({ hasText: 'stable' }).first().waitFor()
      await look('retention')
    })

    test('a preview says what goes and what stays, and by which rule', async () => {
      await portal.button('retention.makePreview').click()
      for (const tag of ['v1', 'v2', 'v3'])
        await verdict(tag)
          .filter({ hasText: portal.texts.get('retention.byNoRule') })
          .waitFor()
      await look('retention-preview')
      await portal.select('retention.outcome', 'retention.outcomes.stays')
      for (const [tag, rules] of [
        ['v4', '1'],
        ['v5', '1'],
        ['stable', '2'],
      ] as const)
        await verdict(tag)
          .filter({ hasText: portal.texts.get('retention.byRules', { rules }) })
          .waitFor()
      expect(await verdict('v3').count()).toBe(0)
      expect(await keptTags()).toHaveLength(6)
    })

    test('the brake stops a run that would take too much', async () => {
      await portal.goto(`/projects/${kept}/retention`)
      await setBrake('30')
      await runFromPreview()
      await portal.select('retention.outcome', 'retention.outcomes.spared')
      await verdict('v1')
        .filter({ hasText: portal.texts.get('retention.because.brake') })
        .waitFor()
      await look('retention-brake')
      expect(await keptTags()).toHaveLength(6)
    })

    test('a run takes what its preview shows, and it can be restored', async () => {
      await portal.goto(`/projects/${kept}/retention`)
      await setBrake('100')
      await runFromPreview()
      await verdict('v3')
        .filter({ hasText: portal.texts.get('retention.outcomes.gone') })
        .waitFor()
      await look('retention-run')
      expect(await keptTags()).toEqual(['stable', 'v4', 'v5'])
      await portal.goto(`/projects/${kept}/repositories/app?view=deleted`)
      const row = portal.page.getByRole('row').filter({ hasText: 'v1' })
      await row.waitFor()
      await look('deleted')
      await row.getByRole('button', { name: portal.texts.get('deletedList.restore') }).click()
      await row.waitFor({ state: 'detached' })
      expect(await keptTags()).toEqual(['stable', 'v1', 'v4', 'v5'])
    })
  })

  describe('a quota', () => {
    async function limit(mebibytes: string): Promise<void> {
      await portal.goto('/quotas')
      await portal.search(limited)
      await portal.button('quota.edit', { name: limited }).click()
      await portal.dialog().getByRole('combobox').selectOption('MiB')
      await portal.field('quota.limit').fill(mebibytes)
      await portal.inDialog('actions.save').click()
      await portal.dialog().waitFor({ state: 'hidden' })
    }

    test('is set, and the project warns when it is nearly used up', async () => {
      await limit('2')
      expectSuccess(await scenario.docker.push(images[0], `${limited}/app:v1`))
      await portal.goto(`/projects/${limited}/overview`)
      await portal.shown('project.nearLimit')
      await look('quota-near')
      await portal.goto('/')
      await portal.page.getByRole('link', { name: limited }).first().waitFor()
      await look('home-near-limit')
    })

    test('denies a push in words that docker shows, until it is raised', async () => {
      const { code, stdout, stderr } = await scenario.docker.push(images[1], `${limited}/app:v2`)
      expect(code).not.toBe(0)
      expect(stdout + stderr).toMatch(/denied: the project's storage quota of 2(?:\.0)? MiB would be exceeded/)
      await limit('10')
      await look('quotas')
      expectSuccess(await scenario.docker.push(images[1], `${limited}/app:v2`))
    })
  })

  describe('a tag rule', () => {
    const add = async (tags: string) => {
      await portal.goto(`/projects/${ruled}/tag-rules`)
      await portal.button('tagRule.add').first().click()
      await portal.field('selector.tags').fill(tags)
    }

    /** Pushes another image by that tag. @returns what docker says to it */
    async function moved(tag: string, image = images[1]): Promise<string> {
      const { code, stdout, stderr } = await scenario.docker.push(image, `${ruled}/app:${tag}`)
      return code === 0 ? 'pushed' : stdout + stderr
    }

    test('makes tags immutable, and docker shows its patterns', async () => {
      for (const tag of ['v1', 'stable']) expect(await moved(tag, images[0])).toBe('pushed')
      await add('v*')
      await portal.dialog().getByText('app:v1').first().waitFor()
      await look('tag-rule')
      await portal.inDialog('actions.save').click()
      await portal.cell('v*').waitFor()
      expect(await moved('v1')).toMatch(/The tag v1 of \S+ is immutable by the rule ".*v\*.*"/)
    })

    test('keeps tags for some roles, and docker names both', async () => {
      await add('stable')
      await portal.dialog().getByText(portal.texts.get('tagRule.protected')).click()
      await look('tag-rule-by-role')
      await portal.inDialog('actions.save').click()
      await portal.cell('stable').waitFor()
      await look('tag-rules')
      expectSuccess(await scenario.docker.login(developer))
      expect(await moved('stable')).toMatch(
        /The tag stable of \S+ may be moved or deleted by .+ alone, by the rule ".*stable/,
      )
      expectSuccess(await scenario.docker.login(scenario.admin.credentials))
    })

    test('lets go of its tags once it is deleted', async () => {
      await portal.table('tagRule.list').getByRole('row').filter({ hasText: 'v*' }).getByRole('button').click()
      await portal.page.getByRole('menuitem', { name: portal.texts.name('tagRule.delete') }).click()
      await portal.inDialog('tagRule.delete').click()
      await portal.cell('v*').waitFor({ state: 'detached' })
      await waitUntil(async () => (await moved('v1')) === 'pushed', { what: 'the tag moves again' })
    })
  })

  test('no script failed and no rule of the content security policy was hit on the way', () => {
    expect(portal.problems).toEqual([])
  })
})
