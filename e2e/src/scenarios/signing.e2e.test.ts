import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BuildahClient } from '../clients/buildah.js'
import { BuildKit } from '../clients/buildkit.js'
import { expectSuccess } from '../clients/command.js'
import { CosignClient, type SigningKey } from '../clients/cosign.js'
import { orNotRun } from '../clients/go-program.js'
import { HelmClient } from '../clients/helm.js'
import { NotationClient } from '../clients/notation.js'
import { OrasClient } from '../clients/oras.js'
import { buildForPlatforms, contextOf, PLATFORMS } from '../images/platform-images.js'
import { pushScanner } from '../images/sbom-scanner.js'
import { launchBrowser } from '../portal/browser.js'
import { Portal } from '../portal/portal.js'
import { LANGUAGES } from '../portal/texts.js'
import { openScenario, uniqueName } from '../scenario.js'

// What programs sign, attest and describe, as the API tells it and as people see it in the portal.
const scenario = await openScenario()
const { registry, folder, skopeo, docker, baseUrl } = scenario
const project = uniqueName('signing')
const user = await scenario.admin.createUser(uniqueName('signer'))
const api = scenario.admin.as(user)
const notation = await orNotRun('notation', NotationClient.open(registry, folder, user))
const buildKit = await orNotRun('BuildKit', BuildKit.start(registry, folder, user))

const PROVENANCE = 'https://slsa.dev/provenance/v1'
let buildah: BuildahClient
let browser: Browser

beforeAll(async () => {
  buildah = new BuildahClient(registry, folder)
  await api.createProject(project)
  expectSuccess(await buildah.login(user))
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await buildKit?.[Symbol.asyncDispose]()
  await buildah?.removeAllImages()
  await scenario[Symbol.asyncDispose]()
})

/** The page of an artifact in each language, and what axe finds on it. */
async function eachPage(path: string, look: (portal: Portal) => Promise<void>): Promise<void> {
  for (const language of LANGUAGES) {
    await using portal = await Portal.open(browser, baseUrl, language)
    await portal.signIn(user)
    await portal.goto(`/projects/${project}/artifacts/${path}`)
    await look(portal)
    await portal.screenshot(`${scenario.facts.kind}-${language}-signing-${path.replaceAll(/\W/g, '-')}`)
    expect.soft(await portal.accessibilityFaults(), path).toEqual([])
    expect(portal.problems).toEqual([])
  }
}

/** What stands in the tree of referrers, a line each. */
const named = (portal: Portal): Promise<string[]> => portal.page.locator('main li strong').allInnerTexts()

const size = (portal: Portal, bytes: number): string =>
  new Intl.NumberFormat(portal.texts.language, { maximumFractionDigits: 1 }).format(bytes / 2 ** 20)

describe('an index of buildah that is signed, attested and described', () => {
  const name = `${project}/app`
  let digest: string
  let key: SigningKey

  beforeAll(async () => {
    expectSuccess(await buildah.pushIndex(await buildForPlatforms(buildah, folder), `${name}:v1`))
    digest = await skopeo.digest(`${name}:v1`).catch(async () => (await api.artifact(project, 'app', 'v1')).digest)
    const image = `${name}@${digest}`
    const cosign = await CosignClient.open(registry, folder)
    expectSuccess(await cosign.login(user))
    key = await cosign.generateKey('key')
    const predicate = join(folder, 'provenance.json')
    const built = { buildDefinition: { buildType: 'https://example.org/build', externalParameters: {} } }
    await writeFile(predicate, JSON.stringify({ ...built, runDetails: { builder: { id: 'https://example.org/ci' } } }))
    for (const store of ['tags', 'referrers'] as const) {
      expectSuccess(await cosign.sign(image, key, store))
      expectSuccess(await cosign.attest(image, key, store, { type: 'slsaprovenance1', predicate }))
      expectSuccess(await cosign.verify(image, key, store))
    }
    const oras = await OrasClient.open(registry, folder)
    expectSuccess(await oras.login(user))
    await writeFile(join(folder, 'sbom.spdx.json'), JSON.stringify({ spdxVersion: 'SPDX-2.3' }))
    const attach = ['attach', '--artifact-type', 'application/spdx+json', '--no-tty']
    await oras.must(attach, image, ['sbom.spdx.json:application/spdx+json'], { cwd: folder })
    for (const byTag of [false, true]) if (notation) expectSuccess(await notation.sign(image, { byTag }))
    if (notation) expectSuccess(await notation.verify(image))
  })

  test('all of it is about the index, and no tag of it', async () => {
    const artifact = await api.artifact(project, 'app', 'v1')
    expect(artifact.tags?.map((tag) => tag.name)).toEqual(['v1'])
    // What cosign and notation keep under tags is listed as what it is, none of it as a tag of the index.
    const tags = await api.tags(project, 'app')
    expect(tags.filter((tag) => tag.digest === digest).map((tag) => tag.name)).toEqual(['v1'])
    for (const { name: tag } of tags) expect(tag).toMatch(/^(v1|sha256-[0-9a-f]{64}(\.(sig|att))?)$/)
    expect(await api.artifacts(project, 'app')).toMatchObject([{ digest, type: 'IMAGE' }])
    const types = artifact.accessories?.map((accessory) => accessory.type) ?? []
    expect(types.filter((type) => type === 'signature.cosign')).toHaveLength(2)
    expect(types.filter((type) => type === 'signature.notation')).toHaveLength(notation ? 2 : 0)
    for (const accessory of artifact.accessories ?? [])
      expect(accessory).toMatchObject({ subject_artifact_digest: digest, subject_artifact_repo: name })
    expect(artifact.accessories?.every((accessory) => accessory.size > 0)).toBe(true)
    const referrers = await api.referrers(project, 'app', 'v1')
    const sorted = referrers.map((one) => one.type).toSorted()
    const expected = ['ATTESTATION', 'ATTESTATION', 'SBOM', 'SIGNATURE', 'SIGNATURE']
    expect(sorted).toEqual([...expected, ...(notation ? ['REFERRERS', 'SIGNATURE', 'SIGNATURE'] : [])].toSorted())
    for (const one of referrers.filter(({ type }) => type === 'ATTESTATION'))
      expect(one.predicates).toEqual([PROVENANCE])
  })

  test('its platforms tell what a pull of each downloads', async () => {
    const { references, size: whole } = await api.artifact(project, 'app', 'v1')
    const shown = references?.map(({ platform }) => `${platform?.os}/${platform?.architecture}`)
    expect(shown?.toSorted()).toEqual(PLATFORMS)
    for (const one of references ?? []) expect(one.size).toBeGreaterThan(2 ** 20)
    expect(whole).toBeGreaterThan(2 ** 21)
  })

  test('the page says it in words', async () => {
    const { references } = await api.artifact(project, 'app', 'v1')
    await eachPage('app:v1?tab=referrers', async (portal) => {
      const { texts, page } = portal
      await page.getByText(texts.get('artifactPage.signed'), { exact: true }).waitFor()
      await page.locator('main li strong').first().waitFor()
      const signatures = [texts.get('artifactPage.referrers.cosign'), texts.get('artifactPage.referrers.notation')]
      const lines = await named(portal)
      expect(lines.filter((line) => line === signatures[0])).toHaveLength(2)
      expect(lines.filter((line) => line === signatures[1])).toHaveLength(notation ? 2 : 0)
      expect(lines).toContain(texts.get('artifact.kinds.SBOM'))
      expect(lines.filter((line) => line.includes(texts.get('artifactPage.predicates.provenance')))).toHaveLength(2)
      const options = await page
        .getByRole('combobox', { name: texts.get('artifactPage.platform') })
        .getByRole('option')
        .allTextContents()
      expect(options).toHaveLength(PLATFORMS.length)
      for (const { platform, size: bytes } of references ?? [])
        expect(options.join('\n')).toContain(`${platform?.os}/${platform?.architecture} · ${size(portal, bytes ?? 0)}`)
    })
  })
})

describe.skipIf(!buildKit)('an index of BuildKit with its attestations', () => {
  beforeAll(async () => {
    expectSuccess(await docker.login(user))
    await pushScanner(scenario, `${project}/scanner:v1`)
    const context = await contextOf(folder, 'any')
    await buildKit?.push({
      context,
      name: `${project}/built:v1`,
      platforms: PLATFORMS,
      scanner: `${project}/scanner:v1`,
    })
  })

  test('the attestations are parts that tell of each platform, and are none themselves', async () => {
    const artifact = await api.artifact(project, 'built', 'v1')
    expect(artifact).toMatchObject({ type: 'IMAGE', tags: [{ name: 'v1' }] })
    expect(artifact.references).toHaveLength(2 * PLATFORMS.length)
    expect(await api.artifacts(project, 'built')).toHaveLength(1)
    const [tag] = await api.tags(project, 'built')
    const shown = tag?.platforms
      ?.filter(({ os }) => os !== 'unknown')
      .map(({ os, architecture }) => `${os}/${architecture}`)
    expect(shown?.toSorted()).toEqual(PLATFORMS)
    const referrers = await api.referrers(project, 'built', 'v1')
    expect(referrers.map(({ platform }) => `${platform?.os}/${platform?.architecture}`).toSorted()).toEqual(PLATFORMS)
    for (const one of referrers) {
      expect(one).toMatchObject({ type: 'ATTESTATION', subject: artifact.digest })
      expect(one.predicates).toContain('https://spdx.dev/Document')
      expect(one.predicates.some((predicate) => predicate.startsWith('https://slsa.dev/provenance/'))).toBe(true)
      expect(await api.artifact(project, 'built', one.digest)).toMatchObject({ type: 'ATTESTATION' })
    }
    const [arm] = artifact.references?.filter(({ platform }) => platform?.architecture === 'arm64') ?? []
    expect(await api.referrers(project, 'built', arm?.child_digest ?? '')).toHaveLength(1)
  })

  test('the page names them, and does not offer them as platforms', async () => {
    await eachPage('built:v1?tab=referrers', async (portal) => {
      const { texts, page } = portal
      await page.locator('main li strong').first().waitFor()
      const lines = await named(portal)
      expect(lines).toHaveLength(PLATFORMS.length)
      for (const line of lines)
        for (const stated of ['provenance', 'spdx'])
          expect(line).toContain(texts.get(`artifactPage.predicates.${stated}`))
      for (const platform of PLATFORMS)
        await page.getByText(texts.get('artifactPage.referrers.of', { platform }), { exact: true }).waitFor()
      const options = page.getByRole('combobox', { name: texts.get('artifactPage.platform') }).getByRole('option')
      expect((await options.allTextContents()).join('\n')).not.toContain('unknown')
      // Nobody has signed it.
      expect(await page.getByText(texts.get('artifactPage.signed'), { exact: true }).count()).toBe(0)
    })
  })
})

describe('a chart of helm', () => {
  beforeAll(async () => {
    const helm = await HelmClient.open(registry, folder)
    expectSuccess(await helm.login(user))
    const dependencies = `dependencies:\n  - name: db\n    version: 1.2.3\n    repository: https://charts.example.com\n    condition: db.enabled\n`
    const chart = await helm.package('web', '1.0.0+b1', dependencies, {
      'values.yaml': 'replicas: 2\n',
      'README.md': '# About the web\n',
      'charts/db/Chart.yaml': 'apiVersion: v2\nname: db\nversion: 1.2.3\n',
    })
    expectSuccess(await helm.push(chart, project))
  })

  test('tells its version, values and dependencies', async () => {
    const chart = await api.artifact(project, 'web', '1.0.0_b1')
    expect(chart).toMatchObject({ type: 'CHART', extra_attrs: { name: 'web', version: '1.0.0+b1' }, references: null })
    const links = chart.addition_links
    const read = async (name: string) =>
      (await api.send('GET', links[name]?.href.replace('/api/v2.0', '') ?? '', 200)).text
    expect(await read('values.yaml')).toBe('replicas: 2\n')
    expect(JSON.parse(await read('dependencies'))).toEqual([
      { name: 'db', version: '1.2.3', repository: 'https://charts.example.com', condition: 'db.enabled' },
    ])
  })

  test('the page shows its readme, values and dependencies', async () => {
    await eachPage('web:1.0.0_b1', async (portal) => {
      const { page } = portal
      await page.getByText('--version 1.0.0+b1').first().waitFor()
      await page.getByRole('heading', { name: 'About the web' }).waitFor()
      await portal.link('artifactPage.tabs.values').click()
      await page.getByText('replicas: 2').waitFor()
      await portal.link('artifactPage.tabs.dependencies').click()
      await portal.cell('db.enabled').waitFor()
      await portal.cell('https://charts.example.com').waitFor()
    })
  })
})
