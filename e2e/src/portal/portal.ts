import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, Locator, Page } from 'playwright-core'
import type { Credentials } from '../clients/docker.js'
import { Texts, type Language } from './texts.js'

const SCREENSHOTS = join(import.meta.dirname, '../../../artefacts/screenshots')

/** The portal as one person with one browser uses it. */
export class Portal implements AsyncDisposable {
  readonly texts: Texts
  /** Errors of scripts and refusals of the content security policy; there are to be none. */
  readonly problems: string[] = []

  private constructor(
    readonly page: Page,
    readonly baseUrl: string,
    language: Language,
  ) {
    this.texts = new Texts(language)
    page.on('pageerror', (error) => this.problems.push(String(error)))
    page.on('console', (message) => {
      // A refused request is a console error as well; what the page makes of it is what the scenarios look at.
      const refused = message.text().startsWith('Failed to load resource')
      if (message.type() === 'error' && !refused) this.problems.push(message.text())
    })
  }

  /** Opens the portal in a browser that prefers `language` and has never been there. */
  static async open(browser: Browser, baseUrl: string, language: Language): Promise<Portal> {
    const context = await browser.newContext({
      locale: language,
      // chromium knows no authority of a test.
      ignoreHTTPSErrors: baseUrl.startsWith('https:'),
      viewport: { width: 1440, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(15_000)
    const portal = new Portal(await context.newPage(), baseUrl, language)
    await portal.goto('/')
    return portal
  }

  async goto(path: string): Promise<void> {
    await this.page.goto(`${this.baseUrl}${path}`)
  }

  /** Goes there, and waits until the page has all that it asks for. */
  async gotoWhole(path: string): Promise<void> {
    await this.goto(path)
    await this.page.locator('main h1').first().waitFor()
    await this.page.waitForLoadState('networkidle')
  }

  button(key: string, values?: Readonly<Record<string, string>>): Locator {
    return this.page.getByRole('button', { name: this.texts.name(key, values) })
  }

  link(key: string, values?: Readonly<Record<string, string>>): Locator {
    // The trail above a page may name the same place again.
    return this.page.getByRole('link', { name: this.texts.name(key, values) }).first()
  }

  field(key: string): Locator {
    // A sortable column may bear the same name.
    return this.page.locator('input').and(this.page.getByLabel(this.texts.get(key), { exact: true }))
  }

  /** The open dialog or drawer. */
  dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  /** A button of the dialog or drawer that lies uppermost. */
  inDialog(key: string, values?: Readonly<Record<string, string>>): Locator {
    return this.dialog()
      .last()
      .getByRole('button', { name: this.texts.name(key, values) })
  }

  /** The first of the tables' cells that hold the text. */
  cell(text: string): Locator {
    return this.page.getByRole('cell').filter({ hasText: text }).first()
  }

  /** Waits until the page says it. */
  async shown(key: string, values?: Readonly<Record<string, string>>): Promise<void> {
    await this.page.getByText(this.texts.get(key, values)).first().waitFor()
  }

  /** Opens the menu of a row, and clicks what it offers. */
  async choose(row: string, key: string): Promise<void> {
    await this.button('actions.of', { name: row }).click()
    await this.page.getByRole('menuitem', { name: this.texts.name(key) }).click()
  }

  /** Chooses from a list that a form's field opens. */
  async pick(key: string, option: string): Promise<void> {
    await this.dialog()
      .last()
      .getByRole('combobox', { name: this.texts.get(key) })
      .press('ArrowDown')
    await this.page.locator('.ant-select-item-option').filter({ hasText: option }).last().click()
  }

  /** Chooses from a list of the browser's own. What it offers may be asked for once somebody reaches for it. */
  async pickShort(key: string, option: string): Promise<void> {
    const list = this.page.getByRole('combobox', { name: this.texts.get(key) })
    await list.focus()
    await list.selectOption(option)
  }

  /** Chooses one of a few that stand side by side, wherever they do. */
  async select(group: string, key: string): Promise<void> {
    await this.page
      .getByRole('radiogroup', { name: this.texts.get(group) })
      .locator('label')
      .filter({ hasText: this.texts.get(key) })
      .click()
  }

  /** Types into the search box of the page's list, and waits for the answer: it is asked for a moment after the last key. */
  async search(text: string): Promise<void> {
    const answer = this.page.waitForResponse((response) => response.url().includes(text))
    await this.page.locator('input[aria-keyshortcuts="/"]').fill(text)
    await answer
  }

  alert(): Locator {
    return this.page.getByRole('alert')
  }

  table(key: string): Locator {
    return this.page.getByRole('table', { name: this.texts.get(key) })
  }

  /** Fills in the sign-in form; whether it succeeds is the caller's to see. */
  async trySignIn({ username, password }: Credentials): Promise<void> {
    await this.field('signIn.principal').fill(username)
    await this.field('password.label').fill(password)
    await this.button('signIn.submit').click()
  }

  async signIn(credentials: Credentials): Promise<void> {
    await this.trySignIn(credentials)
    await this.button('nav.account', { name: credentials.username }).waitFor()
  }

  /** By the OpenID provider that the sign-in page names. Newcomers choose a name where the settings do not say which claim is it. */
  async signInByProvider(name: string, username: string, { asNewcomer = false } = {}): Promise<void> {
    await this.link('signIn.byProvider', { name }).click()
    if (asNewcomer) {
      await this.field('user.username').fill(username)
      await this.button('onboard.submit').click()
    }
    await this.button('nav.account', { name: username }).waitFor()
  }

  /** Makes another CLI secret for a user who comes from the provider: the first one is made with the account. */
  async makeCliSecret(): Promise<string> {
    await this.goto('/profile/tokens')
    await this.button('cliSecret.replace').click()
    await this.inDialog('cliSecret.replace').click()
    const kept = this.inDialog('tokens.kept')
    await kept.waitFor()
    const secret = await this.dialog().locator('code').first().innerText()
    await kept.click()
    return secret
  }

  async signOut(username: string): Promise<void> {
    await this.button('nav.account', { name: username }).click()
    await this.page.getByRole('menuitem', { name: this.texts.name('nav.signOut') }).click()
    await this.button('signIn.submit').waitFor()
  }

  async createUser({ username, password }: Credentials): Promise<void> {
    await this.link('nav.users').click()
    await this.button('user.create').click()
    await this.field('user.username').fill(username)
    await this.field('user.email').fill(`${username}@example.com`)
    await this.field('password.label').fill(password)
    await this.field('password.repeat').fill(password)
    await this.inDialog('actions.create').click()
    await this.page.getByRole('cell', { name: username, exact: true }).first().waitFor()
  }

  /** Ends on the page of the new project. */
  async createProject(name: string): Promise<void> {
    await this.link('nav.projects').click()
    await this.button('project.create').first().click()
    await this.field('project.name').fill(name)
    await this.inDialog('actions.create').click()
    await this.page.waitForURL(`${this.baseUrl}/projects/${name}`)
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(SCREENSHOTS, { recursive: true })
    await this.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), animations: 'disabled' })
  }

  /**
   * What axe finds against WCAG 2 A and AA on the page as it is: rule and places, a line each.
   *
   * @param rules all of them unless told
   */
  async accessibilityFaults(rules: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21aa']): Promise<string[]> {
    await this.page.evaluate(axe.source)
    return this.page.evaluate(
      async (runOnly) => {
        const { violations } = await window.axe.run(document, { runOnly })
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
      },
      [...rules],
    )
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.page.context().close()
  }
}

declare global {
  interface Window {
    axe: typeof axe
  }
}
