import { makeImage, OciClient } from '@berth/testkit'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../portal/browser.js'
import { lookAt } from '../portal/look-at.js'
import { Portal } from '../portal/portal.js'
import { LANGUAGES } from '../portal/texts.js'
import { openScenario, uniqueName, type Scenario } from '../scenario.js'

const KIB = 1024

let scenario: Scenario
let browser: Browser

beforeAll(async () => {
  scenario = await openScenario()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await scenario[Symbol.asyncDispose]()
})

describe.each(LANGUAGES)('artifacts are sorted, compared and brought back, in %s:', (language) => {
  const [project, everywhere, here] = ['content', 'tested', 'released'].map(uniqueName) as [string, string, string]
  const base = makeImage({ layers: 1, layerSize: 40 * KIB })
  const older = makeImage({ layers: 1, layerSize: 10 * KIB, sharedLayers: base.layers })
  const newer = makeImage({ layers: 1, layerSize: 20 * KIB, sharedLayers: base.layers })
  let portal: Portal

  beforeAll(async () => {
    const { admin, baseUrl } = scenario
    await admin.createProject(project)
    const registry = new OciClient(baseUrl, admin.credentials)
    await registry.pushImage(`${project}/app`, 'v1', older)
    await registry.pushImage(`${project}/app`, 'v2', newer)
    await registry.pushImage(`${project}/app`, 'latest', older)
    await registry.pushImage(`${project}/app`, 'latest', newer)
    portal = await Portal.open(browser, baseUrl, language)
    await portal.signIn(admin.credentials)
  })

  afterAll(() => portal[Symbol.asyncDispose]())

  const look = (page: string) => lookAt(scenario, portal, page)
  const tag = (name: string) => portal.table('tag.list').getByRole('link', { name, exact: true })

  async function createLabel(page: string, name: string): Promise<void> {
    await portal.goto(page)
    await portal.button('label.create').first().click()
    await portal.field('label.name').fill(name)
    await portal.dialog().getByRole('radio').nth(3).check()
    await look('create-label')
    await portal.inDialog('actions.create').click()
    await portal.search(name)
    await portal.cell(name).waitFor()
  }

  test('labels are made for every project and for one', async () => {
    await createLabel('/labels', everywhere)
    await look('labels')
    await createLabel(`/projects/${project}/labels`, here)
    await look('project-labels')
  })

  test('both are put on an image, and its tag is found by them', async () => {
    await portal.goto(`/projects/${project}/artifacts/app:v1`)
    for (const name of [everywhere, here]) {
      await portal.pickShort('artifactPage.labels.add', name)
      await portal.button('artifactPage.labels.remove', { name }).waitFor()
    }
    await look('artifact-with-labels')
    await portal.goto(`/projects/${project}/repositories/app`)
    await tag('v2').waitFor()
    await portal.pickShort('labelFilter.label', here)
    await tag('v2').waitFor({ state: 'detached' })
    await tag('v1').waitFor()
    await look('tags-by-label')
  })

  test('a label goes from the image when it is taken off, and when it is deleted', async () => {
    await portal.goto(`/projects/${project}/artifacts/app:v1`)
    await portal.button('artifactPage.labels.remove', { name: everywhere }).click()
    await portal.button('artifactPage.labels.remove', { name: everywhere }).waitFor({ state: 'detached' })
    for (const [page, name] of [
      ['/labels', everywhere],
      [`/projects/${project}/labels`, here],
    ] as const) {
      await portal.goto(page)
      await portal.search(name)
      await portal.choose(name, 'label.delete')
      await portal.inDialog('label.delete').click()
      await portal.cell(name).waitFor({ state: 'detached' })
    }
    await portal.goto(`/projects/${project}/repositories/app`)
    await tag('v1').waitFor()
    expect(await portal.page.getByText(here).count()).toBe(0)
  })

  test('two tags are compared: what both share, and what a pull still downloads', async () => {
    const { page, texts } = portal
    await portal.goto(`/projects/${project}/artifacts/app:v2`)
    await portal.link('compare.with').click()
    await portal.pickShort('compare.from', 'v1')
    const [from, to, size] = ['app:v1', 'app:v2', '20 KiB']
    await portal.shown('compare.download', { from, to, size })
    await portal.shown('compare.shared', { size: '40 KiB' })
    await portal.shown('compare.removed', { size: '10 KiB' })
    const marks = await page.getByRole('listitem').filter({ hasText: 'sha256:' }).allInnerTexts()
    expect(marks).toHaveLength(3)
    expect(new Set(marks.map((line) => line.split('\n')[0]))).toEqual(
      new Set(['both', 'from', 'to'].map((side) => texts.get(`compare.side.${side}`))),
    )
    await look('compare')
  })

  test("a tag's history says where it pointed, and points it there again", async () => {
    await portal.goto(`/projects/${project}/artifacts/app:latest?tab=tags`)
    const [digest, name] = [older.digest.slice(0, 'sha256:'.length + 12), 'latest']
    const restore = portal.button('tagHistory.restoreOf', { digest })
    await restore.waitFor()
    await look('tag-history')
    await restore.click()
    await portal.inDialog('tagHistory.restore').click()
    await portal.shown('tagHistory.done', { tag: name, digest })
    const tags = await scenario.admin.tags(project, 'app')
    expect(tags.find((one) => one.name === name)?.digest).toBe(older.digest)
  })

  test('no script failed and no rule of the content security policy was hit on the way', () => {
    expect(portal.problems).toEqual([])
  })
})
