import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectSuccess } from '../clients/command.js'
import { realImage } from '../images/real-image.js'
import { launchBrowser } from '../portal/browser.js'
import { lookAt } from '../portal/look-at.js'
import { Portal } from '../portal/portal.js'
import { LANGUAGES, Texts } from '../portal/texts.js'
import { openScenario, uniqueName, type Scenario } from '../scenario.js'

let scenario: Scenario
let browser: Browser
let image: string

beforeAll(async () => {
  scenario = await openScenario()
  browser = await launchBrowser()
  image = await realImage(scenario)
})

afterAll(async () => {
  await browser.close()
  await scenario[Symbol.asyncDispose]()
})

describe.each(LANGUAGES)('the path of a first user in %s', (language) => {
  const user = { username: uniqueName('sailor'), password: 'Harbour-pilot-42' }
  const project = uniqueName('dev')
  const name = `${project}/httpd:v7`
  let portal: Portal

  beforeAll(async () => {
    portal = await Portal.open(browser, scenario.baseUrl, language)
  })

  afterAll(() => portal[Symbol.asyncDispose]())

  const look = (page: string) => lookAt(scenario, portal, page)

  test('the administrator signs in and creates a user', async () => {
    await portal.button('signIn.submit').waitFor()
    await look('sign-in')
    await portal.signIn(scenario.admin.credentials)
    await portal.createUser(user)
    await look('users')
    await portal.signOut('admin')
  })

  test('the user signs in and creates a project, which shows how to push to it', async () => {
    await portal.signIn(user)
    await portal.page.getByRole('heading', { name: portal.texts.get('push.firstTitle') }).waitFor()
    await portal.page.getByText(`docker login ${scenario.registry}`).first().waitFor()
    await look('home-empty')
    await portal.link('nav.projects').click()
    await portal.table('project.list').waitFor()
    await look('projects')
    await portal.createProject(project)
    const { registry } = scenario
    for (const command of [`docker login ${registry}`, `docker tag `, `docker push ${registry}/${project}/`]) {
      await portal.page.getByText(command).first().waitFor()
    }
    // Docker trusts this machine by itself.
    expect(await portal.page.getByText('insecure-registries').count()).toBe(0)
    await look('empty-project')
  })

  test('docker pushes, and the portal shows tag, digest, size, push time and pull command', async () => {
    const { docker, admin, registry } = scenario
    expectSuccess(await docker.login(user))
    expectSuccess(await docker.push(image, name))
    const [tag] = await admin.as(user).tags(project, 'httpd')
    const digest = tag?.digest ?? ''

    await portal.page.getByRole('link', { name: 'httpd', exact: true }).click()
    const row = portal.table('tag.list').getByRole('row').filter({ hasText: 'v7' })
    await row.waitFor()
    const cells = await row.innerText()
    expect(cells).toContain(digest.slice(0, 'sha256:'.length + 12))
    expect(cells).toContain('linux/amd64')
    expect(cells).toMatch(/\d\s?[KMG]i?B/)
    expect(cells).toContain(user.username)
    await portal.page.getByText(`docker pull ${registry}/${name}`).first().waitFor()
    await look('repository')
  })

  test('the home page shows project, repository and activity', async () => {
    await portal.link('nav.home').click()
    await portal.page.getByRole('link', { name: `${project}/httpd`, exact: true }).waitFor()
    await portal.page.getByRole('heading', { name: portal.texts.get('home.activity') }).waitFor()
    await look('home')
    await portal.page.goBack()
  })

  test('the project has an overview, and one list of its artifacts', async () => {
    await portal.goto(`/projects/${project}/overview`)
    await portal.page.getByRole('heading', { name: portal.texts.get('projectOverview.inForce') }).waitFor()
    await portal.page.getByRole('link', { name: 'httpd', exact: true }).first().waitFor()
    await look('project-overview')
    await portal.goto(`/projects/${project}/all-artifacts`)
    await portal.table('repository.artifacts').getByRole('link', { name: 'httpd:v7' }).waitFor()
    await look('project-artifacts')
    await portal.goto(`/projects/${project}/repositories/httpd`)
  })

  test('a pasted pull command and a digest lead to the artifact by Ctrl-K', async () => {
    const { page } = portal
    const [tag] = await scenario.admin.as(user).tags(project, 'httpd')
    for (const text of [`docker pull ${scenario.registry}/${name}`, tag?.digest ?? '']) {
      await portal.goto('/')
      await portal.button('nav.search').waitFor()
      await page.keyboard.press('Control+k')
      const box = page.getByRole('combobox', { name: portal.texts.get('palette.label') })
      await box.fill(text)
      await page
        .getByRole('option')
        .filter({ hasText: `${project}/httpd` })
        .first()
        .waitFor()
      await look('palette')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: /httpd/ }).first().waitFor()
    }
    await portal.goto(`/projects/${project}/repositories/httpd`)
  })

  test('the copied pull command brings the image back with the same id', async () => {
    const { docker, registry } = scenario
    await portal.button('tag.copyPull', { name: 'v7' }).first().click()
    const copied = await portal.page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(`docker pull ${registry}/${name}`)
    const id = await docker.imageId(image)
    await docker.run(['rmi', docker.reference(name)])
    expectSuccess(await docker.run(copied.split(' ').slice(1)))
    expect(await docker.imageId(docker.reference(name))).toBe(id)
  })

  test('a deep link, the artifact behind a tag, dark mode and a narrow screen show the same', async () => {
    const { page } = portal
    await page.reload()
    const row = portal.table('tag.list').getByRole('row').filter({ hasText: 'v7' })
    await row.waitFor()
    await row.getByRole('link', { name: 'v7', exact: true }).click()
    await page.getByRole('heading', { name: 'httpd:v7' }).waitFor()
    await page.getByRole('listitem').filter({ hasText: 'sha256:' }).first().waitFor()
    await look('artifact')
    await page.goBack()
    await row.waitFor()

    await page.emulateMedia({ colorScheme: 'dark' })
    await look('repository-dark')
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByText('v7').first().waitFor()
    await look('repository-narrow')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  test('the language is switched in place and remembered', async () => {
    const { page } = portal
    const other = new Texts(language === 'zh-CN' ? 'en-US' : 'zh-CN')
    await page.getByRole('button', { name: language === 'zh-CN' ? /English$/ : /中文$/ }).click()
    await page
      .getByRole('link', { name: other.name('nav.projects') })
      .first()
      .waitFor()
    await page.reload()
    await page
      .getByRole('link', { name: other.name('nav.projects') })
      .first()
      .waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(other.language)
    await page.getByRole('button', { name: language === 'zh-CN' ? /中文$/ : /English$/ }).click()
    await portal.link('nav.projects').waitFor()
  })

  test('the tag is deleted, and docker finds it no more', async () => {
    await portal.button('tag.deleteOf', { name: 'v7' }).click()
    await portal.dialog().getByText('v7').filter({ visible: true }).first().waitFor()
    await portal.inDialog('tag.deleteAction').click()
    await portal.page.getByRole('heading', { name: portal.texts.get('tag.none'), exact: true }).waitFor()
    expect(await scenario.admin.as(user).tags(project, 'httpd')).toEqual([])
    const { code, stderr } = await scenario.docker.pull(name)
    expect(code).not.toBe(0)
    expect(stderr).toMatch(/not found|manifest unknown/i)
  })

  test('no script failed and no rule of the content security policy was hit on the way', () => {
    expect(portal.problems).toEqual([])
  })
})
