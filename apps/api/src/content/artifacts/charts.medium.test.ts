import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { digestOf, mediaTypes } from '@berth/oci'
import jwt from 'jsonwebtoken'
import { packTar } from 'modern-tar'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

const files = {
  'web/values.yaml': 'replicas: 2 # 副本\n',
  'web/README.md': '# Web\n',
  'web/LICENSE': 'Apache-2.0\n',
  'web/charts/db/values.yaml': 'db: 1\n',
}
const entries = Object.entries(files).map(([name, body]) => ({ header: { name, size: Buffer.byteLength(body) }, body }))
const archive = gzipSync(await packTar(entries))
const chart = {
  apiVersion: 'v2',
  name: 'web',
  version: '1.2.0',
  appVersion: '7',
  dependencies: [{ name: 'db', version: '>=1', repository: 'https://charts.example', tags: ['x'] }, 'odd'],
}

const modelReadme = Buffer.from('# A model\n')
const blobs = new Map([archive, modelReadme].map((bytes) => [digestOf(bytes), bytes]))

/** A registry that holds the archive for whoever may pull, and every manifest that the client has already. */
let asked = 0
let isAway = false
let isGated = false
const gate = JSON.stringify({ errors: [{ code: 'PROJECTPOLICYVIOLATION', message: 'The image is not signed.' }] })
const registry = createServer((request, response) => {
  asked += 1
  const payload = jwt.decode(request.headers.authorization?.split(' ')[1] ?? '', { json: true })
  const [granted] = (payload?.['access'] ?? []) as { name: string; actions: string[] }[]
  const known = request.headers['if-none-match']?.replaceAll('"', '')
  const isKnown = known !== undefined && request.url === `/v2/${granted?.name}/manifests/${known}`
  const found = [...blobs].find(([digest]) => request.url === `/v2/${granted?.name}/blobs/${digest}`)?.[1]
  const allowed = granted?.actions.includes('pull') ? (isKnown ? 304 : found ? 200 : 404) : 401
  response.statusCode = isAway ? 503 : isGated ? 412 : allowed
  response.end(response.statusCode === 200 ? found : isGated ? gate : '')
})

let api: ApiUnderTest
beforeAll(async () => {
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve))
  const away = 'http://127.0.0.1:1'
  const registryUrl = `http://127.0.0.1:${(registry.address() as AddressInfo).port}`
  api = await ApiUnderTest.start({ components: { registryUrl, jobserviceUrl: away, portalUrl: away } })
  await api.createUser('uma')
  await api.createUser('will')
  await api.createProject('apps', 'uma')
  const { pushBlob, pushImage, pushManifest } = api.content
  await pushImage('apps/image', 'image', ['v1'])
  const push = async (repository: string, layer: { digest: string; size: number }, config?: object) => {
    const text = JSON.stringify(config ?? {})
    const manifest = {
      schemaVersion: 2,
      mediaType: mediaTypes.ociManifest,
      config: { mediaType: mediaTypes.helmConfig, ...(await pushBlob(repository, text)) },
      layers: [{ mediaType: mediaTypes.helmChart, ...layer }],
    }
    await pushManifest(repository, manifest, ['1.2.0'], { config, allowMissingBlobs: true })
  }
  await push('apps/web', { digest: digestOf(archive), size: archive.length }, chart)
  const doc = 'application/vnd.cncf.model.doc.v1.raw'
  const annotations = { 'org.cncf.model.filepath': 'README.md' }
  const readme = { mediaType: doc, ...(await pushBlob('apps/model', modelReadme.toString())), annotations }
  const weights = {
    mediaType: 'application/vnd.cncf.model.weight.v1.raw',
    ...(await pushBlob('apps/model', 'weights')),
  }
  const huge = { ...readme, digest: digestOf(Buffer.from('huge')), size: 12 * 1024 * 1024 }
  for (const [tag, layers] of Object.entries({ '1.2.0': [readme, weights], bare: [weights], huge: [huge] })) {
    const config = { mediaType: 'application/vnd.cncf.model.config.v1+json', ...(await pushBlob('apps/model', '{}')) }
    const manifest = { schemaVersion: 2, mediaType: mediaTypes.ociManifest, config, layers }
    await pushManifest('apps/model', manifest, [tag], { allowMissingBlobs: true })
  }
  await push('apps/gone', { digest: digestOf(Buffer.from('gone')), size: 4 })
  await push('apps/huge', { digest: digestOf(archive), size: 11 * 1024 * 1024 })
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  registry.closeAllConnections()
  registry.close()
})
beforeEach(() => {
  isAway = false
  isGated = false
})

const get = (path: string, as = 'uma') => api.call({ path: `projects/apps/repositories/${path}`, as })
const addition = (name: string, repository = 'web', as = 'uma') =>
  get(`${repository}/artifacts/1.2.0/additions/${name}`, as)

it('a chart tells what its Chart.yaml says, and where its texts are', async () => {
  const { body } = await get('web/artifacts/1.2.0')
  expect(body).toMatchObject({ type: 'CHART', extra_attrs: chart })
  expect(Object.keys(body.addition_links)).toEqual(['values.yaml', 'readme.md', 'dependencies'])
  const texts = []
  for (const { href } of Object.values<{ href: string }>(body.addition_links)) {
    const { status, text, headers } = await api.call({ path: href, as: 'uma' })
    texts.push([status, headers['content-type'], text])
  }
  expect(texts).toEqual([
    [200, 'text/plain; charset=utf-8', files['web/values.yaml']],
    [200, 'text/markdown; charset=utf-8', files['web/README.md']],
    [200, expect.stringContaining('application/json'), expect.any(String)],
  ])
  expect(await addition('license')).toMatchObject({ status: 200, text: files['web/LICENSE'] })
  expect((await addition('dependencies')).body).toEqual([
    { name: 'db', version: '>=1', repository: 'https://charts.example' },
    { name: '', repository: '' },
  ])
})

it('a model links to the texts that it holds, and to no others', async () => {
  const { body } = await get('model/artifacts/1.2.0')
  expect(Object.keys(body.addition_links)).toEqual(['files', 'readme.md'])
  expect(await api.call({ path: body.addition_links['readme.md'].href, as: 'uma' })).toMatchObject({
    status: 200,
    text: modelReadme.toString(),
  })
  expect(await addition('license', 'model')).toMatchObject({ status: 404, reason: 'ADDITION_ABSENT' })
  expect(await addition('values.yaml', 'model')).toMatchObject({ status: 400, reason: 'ADDITION_NOT_FOUND' })
  const bare = await get('model/artifacts/bare')
  expect(Object.keys(bare.body.addition_links)).toEqual(['files'])
  expect(await get('model/artifacts/bare/additions/readme.md')).toMatchObject({ status: 404 })
  expect(Object.keys((await get('model/artifacts/huge')).body.addition_links)).toEqual(['files'])
  expect(await get('model/artifacts/huge/additions/readme.md')).toMatchObject({
    status: 413,
    reason: 'ADDITION_TOO_LARGE',
    text: expect.stringContaining('readme.md of this artifact is too large'),
  })
  expect(
    (await get('model/artifacts')).body
      .map((row: { addition_links: object }) => Object.keys(row.addition_links).length)
      .toSorted(),
  ).toEqual([1, 1, 2])
})

it('nobody reads a chart who may not pull it, remembered or not', async () => {
  expect((await addition('values.yaml')).status).toBe(200)
  expect((await addition('values.yaml', 'web', 'will')).status).toBe(403)
  const before = asked
  expect((await addition('values.yaml')).status).toBe(200)
  expect(asked).toBe(before + 1)
})

it('a right to additions alone shows none of what is in a chart, and the refusal says what is missing', async () => {
  const { rows } = await api.database.pool.query<{ id: number }>(`select id from project where name = 'apps'`)
  const id = rows[0]?.id ?? 0
  const project = { id, name: 'apps' }
  const see = { scope: id, permissions: ['artifact-addition:read'] }
  const pullApps = { scope: id, permissions: ['repository:pull'], repositories: ['web'] }
  const robot = await api.createRobot('see', [see], project)
  const before = asked
  for (const name of ['values.yaml', 'readme.md']) {
    const answer = await addition(name, 'web', robot)
    expect(answer).toMatchObject({ status: 403, reason: 'FORBIDDEN' })
    expect(answer.body.errors[0].lacks).toEqual(['repository:pull'])
  }
  expect(asked).toBe(before)
  expect((await addition('dependencies', 'web', robot)).status).toBe(200)
  const puller = await api.createRobot('see-and-pull', [see, pullApps], project)
  expect((await addition('values.yaml', 'web', puller)).status).toBe(200)
  expect((await addition('values.yaml', 'gone', puller)).status).toBe(403)
})

it('what has no such text says so', async () => {
  for (const name of ['values.yaml', 'readme.md', 'license']) {
    expect(await addition(name, 'gone')).toMatchObject({ status: 404, reason: 'ADDITION_ABSENT' })
    expect(await addition(name, 'huge')).toMatchObject({ status: 413, reason: 'ADDITION_TOO_LARGE' })
    expect(await get(`image/artifacts/v1/additions/${name}`)).toMatchObject({ status: 400 })
  }
  expect(await get('image/artifacts/v1/additions/dependencies')).toMatchObject({ status: 400 })
  expect((await addition('dependencies', 'gone')).body).toEqual([])
  isGated = true
  expect(await addition('values.yaml')).toMatchObject({
    status: 403,
    reason: 'DENIED',
    text: expect.stringContaining('is not signed'),
  })
  isAway = true
  expect(await addition('values.yaml')).toMatchObject({ status: 503 })
})

it('a manifest is shown to whoever may pull it, past the gates, and asked for as one that is known', async () => {
  const manifest = await get('web/artifacts/1.2.0/manifest')
  expect(manifest).toMatchObject({ status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  expect(JSON.parse(manifest.text)).toMatchObject({ layers: [{ digest: digestOf(archive) }] })
  isGated = true
  expect(await get('web/artifacts/1.2.0/manifest')).toMatchObject({
    status: 403,
    reason: 'DENIED',
    text: expect.stringContaining('is not signed'),
  })
  isAway = true
  expect(await get('web/artifacts/1.2.0/manifest')).toMatchObject({ status: 503 })
})

it('a right to additions alone shows no manifest', async () => {
  const { rows } = await api.database.pool.query<{ id: number }>(`select id from project where name = 'apps'`)
  const id = rows[0]?.id ?? 0
  const grant = { scope: id, permissions: ['artifact-addition:read'] }
  const robot = await api.createRobot('see-no-manifest', [grant], { id, name: 'apps' })
  const answer = await get('web/artifacts/1.2.0/manifest', robot)
  expect(answer).toMatchObject({ status: 403, reason: 'FORBIDDEN' })
  expect(answer.body.errors[0].lacks).toEqual(['repository:pull'])
  expect((await get('web/artifacts/1.2.0/additions/dependencies', robot)).status).toBe(200)
})
