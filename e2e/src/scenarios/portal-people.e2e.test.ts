import { generateSync } from 'otplib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectSuccess } from '../clients/command.js'
import type { Credentials } from '../clients/docker.js'
import { launchBrowser } from '../portal/browser.js'
import { lookAt } from '../portal/look-at.js'
import { Portal } from '../portal/portal.js'
import { LANGUAGES } from '../portal/texts.js'
import { openScenario, uniqueName, type Scenario } from '../scenario.js'
import {
  type AccountSources,
  directoryGroup,
  directoryPerson,
  groupDn,
  noAccountSources,
  startAccountSources,
} from '../sources/account-sources.js'

let scenario: Scenario
let sources: AccountSources
let browser: Browser
const crews = new Map(LANGUAGES.map((language) => [language, uniqueName('crew')]))
const sailors = new Map(LANGUAGES.map((language) => [language, uniqueName('sailor')]))

beforeAll(async () => {
  scenario = await openScenario()
  browser = await launchBrowser()
  const people = [...sailors.values()].map((username) => ({ username, password: 'Stars and sextant' }))
  sources = await startAccountSources(scenario, [
    ...people.map(directoryPerson),
    ...LANGUAGES.map((language) => directoryGroup(crews.get(language) ?? '', sailors.get(language) ?? '')),
  ])
  await scenario.admin.configure(sources.settings)
})

afterAll(async () => {
  await scenario.admin.configure({ ...noAccountSources, banner_message: '' })
  await sources[Symbol.asyncDispose]()
  await browser.close()
  await scenario[Symbol.asyncDispose]()
})

describe.each(LANGUAGES)('people, rights and credentials in %s:', (language) => {
  const project = uniqueName('crewed')
  const crew = crews.get(language) ?? ''
  const sailor = sailors.get(language) ?? ''
  const role = uniqueName('stoker')
  let owner: Credentials
  let portal: Portal

  beforeAll(async () => {
    const { admin, baseUrl } = scenario
    owner = await admin.createUser(uniqueName('owner'))
    await admin.as(owner).createProject(project)
    portal = await Portal.open(browser, baseUrl, language)
    await portal.signIn(admin.credentials)
  })

  afterAll(() => portal[Symbol.asyncDispose]())

  const look = (page: string) => lookAt(scenario, portal, page)

  test('a user of the directory is imported', async () => {
    await portal.link('nav.users').click()
    await portal.button('user.import').click()
    await portal.field('authentication.people.importSearch').fill(sailor)
    await portal.dialog().getByRole('checkbox', { name: sailor }).check()
    await look('import-users')
    await portal.inDialog('authentication.people.importAction').click()
    await portal.dialog().waitFor({ state: 'hidden' })
    // Scenarios before this one have made more users than one page shows.
    await portal.search(sailor)
    await portal.cell(sailor).waitFor()
    await look('users-with-directory')
  })

  test('a group of the directory is made known', async () => {
    await portal.link('nav.groups').click()
    await portal.button('group.create').first().click()
    await portal.field('group.dn').fill(groupDn(crew))
    await look('create-group')
    await portal.inDialog('actions.create').click()
    await portal.cell(crew).waitFor()
    await look('groups')
  })

  test('a role of its own is made, and stands in the matrix beside the built-in ones', async () => {
    await portal.link('nav.roles').click()
    await portal.button('role.create').click()
    await portal.field('role.name').fill(role)
    await look('create-role')
    await portal.inDialog('actions.create').click()
    await portal.cell(role).waitFor()
    await look('roles')
    await portal.select('role.view', 'role.asMatrix')
    await portal.page
      .getByRole('region', { name: portal.texts.get('role.matrix') })
      .getByText(role)
      .first()
      .waitFor()
    await look('role-matrix')
  })

  test('the group becomes a member with that role', async () => {
    await portal.goto(`/projects/${project}/members`)
    await portal.button('member.add').click()
    await portal.dialog().getByText(portal.texts.get('member.group'), { exact: true }).click()
    await portal.dialog().getByRole('combobox').fill(crew)
    await portal.dialog().getByRole('radio', { name: role }).check()
    await look('add-member')
    await portal.inDialog('actions.add').click()
    await portal.cell(crew).waitFor()
    await look('members')
  })

  test('a robot of the project is made, and signs in with the secret that is shown once', async () => {
    await portal.goto(`/projects/${project}/robots`)
    await portal.button('robot.create').first().click()
    await portal.field('robot.name').fill('ci')
    await portal.inDialog('robot.presetPush').first().click()
    await look('create-robot')
    await portal.inDialog('actions.create').click()
    await portal.inDialog('robot.secretDone').waitFor()
    await look('robot-secret')
    const [username = '', password = ''] = await portal.dialog().locator('code').allInnerTexts()
    expect(username).toBe(`robot$${project}+ci`)
    expectSuccess(await scenario.skopeo.login({ username, password }))
    await portal.inDialog('robot.secretDone').click()
    await portal.cell(username).waitFor()
    await look('project-robots')
  })

  test('a robot of the system is given rights in all projects', async () => {
    const name = uniqueName('harbour-master')
    await portal.link('nav.robots').click()
    await portal.button('robot.create').first().click()
    await portal.field('robot.name').fill(name)
    await portal.inDialog('robot.addEverywhere').click()
    await look('create-system-robot')
    await portal.inDialog('actions.create').click()
    await portal.inDialog('robot.secretDone').click()
    await portal.cell(`robot$${name}`).waitFor()
    await look('robots')
  })

  test('both audit logs tell it', async () => {
    for (const path of ['/audit-log', `/projects/${project}/audit-log`]) {
      await portal.goto(`${path}?type=robot`)
      await portal.cell(`${project}+ci`).waitFor()
      await look(`audit-log${path === '/audit-log' ? '' : '-of-project'}`)
    }
    await portal.goto('/audit-log/keeping')
    await portal.button('audit.purge').first().waitFor()
    await look('audit-keeping')
  })

  test('directory and provider are tried out, and say that they answer', async () => {
    await portal.link('nav.authentication').click()
    await portal.button('authentication.test').click()
    await portal.page.getByText(portal.texts.get('authentication.answers')).waitFor()
    await portal.button('authentication.testProvider').click()
    await portal.page.getByText(portal.texts.get('authentication.providerAnswers')).waitFor()
    await look('authentication')
  })

  test('a setting is changed, and everybody sees it', async () => {
    const banner = uniqueName('Fog')
    await portal.link('nav.systemSettings').click()
    await portal.page.locator('#banner_message').fill(banner)
    await look('system-settings-changed')
    await portal.button('actions.save').click()
    await portal.page.getByText(portal.texts.get('systemSettings.saved')).first().waitFor()
    await portal.page.reload()
    await portal.page.getByText(banner).first().waitFor()
    await look('system-settings')
    await portal.signOut('admin')
    await portal.page.getByText(banner).first().waitFor()
  })

  test('an access token is made, and signs in', async () => {
    await portal.signIn(owner)
    await portal.goto('/profile/tokens')
    await portal.button('tokens.create').click()
    await portal.field('tokens.name').fill('ci')
    await look('create-token')
    await portal.inDialog('actions.create').click()
    await portal.inDialog('tokens.kept').waitFor()
    await look('token-secret')
    const password = await portal.dialog().locator('code').first().innerText()
    expect(await scenario.admin.as({ ...owner, password }).repositories(project)).toEqual([])
    await portal.inDialog('tokens.kept').click()
    await portal.cell('ci').waitFor()
    await look('tokens')
  })

  test('what the user likes is kept in the browser', async () => {
    await portal.goto('/profile/preferences')
    await portal.select('preferences.theme', 'theme.dark')
    await portal.select('preferences.time', 'preferences.timeUtc')
    await look('preferences-dark')
    await portal.goto('/profile/tokens')
    await portal.cell('UTC').waitFor()
    await look('tokens-dark')
    await portal.goto('/profile/preferences')
    await portal.select('preferences.theme', 'theme.light')
    await portal.goto('/profile')
    await look('profile')
  })

  test('the second factor is set up, and asked for from then on', async () => {
    await portal.goto('/profile/security')
    await look('security')
    await portal.button('factor.setUp').click()
    await portal.dialog().locator('input[type=password]').fill(owner.password)
    await portal.inDialog('factor.next').click()
    const secret = await portal.dialog().locator('code').first().innerText()
    await look('second-factor')
    await portal.field('factor.code').fill(generateSync({ secret }))
    await portal.inDialog('factor.enable').click()
    await portal.inDialog('factor.kept').waitFor()
    const [recoveryCode = ''] = (await portal.dialog().locator('code').innerText()).split('\n')
    await look('recovery-codes')
    await portal.inDialog('factor.kept').click()
    await portal.button('factor.disable').waitFor()
    await look('security-with-second-factor')

    await portal.signOut(owner.username)
    await portal.trySignIn(owner)
    await portal.field('signIn.code').fill(recoveryCode)
    await look('sign-in-code')
    await portal.button('signIn.codeSubmit').click()
    await portal.button('nav.account', { name: owner.username }).waitFor()
    await portal.signOut(owner.username)
  })

  test('somebody of the provider signs in there, and makes a CLI secret', async () => {
    const username = uniqueName('pilot')
    sources.provider.person = { sub: username, preferred_username: username }
    await portal.goto('/sign-in')
    await look('sign-in-with-provider')
    await portal.signInByProvider('Harbour ID', username)
    const password = await portal.makeCliSecret()
    await look('cli-secret')
    expect(await scenario.admin.as({ username, password }).repositories('library')).toEqual([])
    await portal.goto('/profile/security')
    await portal.page.getByText(portal.texts.get('elsewhere.provider', { name: 'Harbour ID' })).waitFor()
    await look('security-elsewhere')
  })

  test('no script failed and no rule of the content security policy was hit on the way', () => {
    expect(portal.problems).toEqual([])
  })
})
