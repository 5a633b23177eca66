import { mediaTypes } from '@berth/oci'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../testing/api.test.support.js'

let api: ApiUnderTest
let pushBlob: ApiUnderTest['content']['pushBlob']
let pushImage: ApiUnderTest['content']['pushImage']
let pushManifest: ApiUnderTest['content']['pushManifest']
beforeAll(async () => {
  api = await ApiUnderTest.start()
  ;({ pushBlob, pushImage, pushManifest } = api.content)
  for (const name of ['uma', 'vera', 'will']) await api.createUser(name)
  await api.createProject('apps', 'uma')
  await api.addMember('apps', 'uma', 'vera', 2)
})
afterAll(() => api[Symbol.asyncDispose]())

const BASE = 'projects/apps/repositories'

describe('repositories', () => {
  beforeAll(async () => {
    await pushImage('apps/web/front', 'front', ['v1', 'latest'])
    await pushImage('apps/api', 'api', ['v1'])
  })

  it('are listed per project and over all that the caller sees', async () => {
    const { body, headers } = await api.call({ path: `${BASE}?sort=name`, as: 'vera' })
    expect(body).toMatchObject([
      { name: 'apps/api', artifact_count: 1, pull_count: 0 },
      { name: 'apps/web/front', artifact_count: 1 },
    ])
    expect(body[0]).not.toHaveProperty('description')
    expect(headers['x-total-count']).toBe('2')
    expect((await api.call({ path: 'repositories?q=name%3D~front', as: 'vera' })).body).toHaveLength(1)
    const strange = await api.call({ path: 'repositories', as: 'will' })
    expect(strange.body).toEqual([])
    expect(strange.headers['x-total-count']).toBe('0')
    expect(await api.call({ path: BASE, as: 'will' })).toMatchObject({ status: 403 })
    expect(await api.call({ path: BASE })).toMatchObject({ status: 401 })
  })

  it('come in the order of their making, the last one first', async () => {
    const { body } = await api.call({ path: BASE, as: 'vera' })
    expect(body.map(({ name }: { name: string }) => name)).toEqual(['apps/api', 'apps/web/front'])
  })

  it.each(['web%252Ffront', 'web%2Ffront'])('are reached as %s', async (name) => {
    expect((await api.call({ path: `${BASE}/${name}`, as: 'vera' })).body).toMatchObject({ name: 'apps/web/front' })
  })

  it('keep a description, which developers may write', async () => {
    const update = {
      method: 'PUT',
      path: `${BASE}/api`,
      as: 'vera',
      body: { description: '# 接口 API', name: 'x/y' },
    } as const
    expect(await api.call(update)).toMatchObject({ status: 200 })
    const described = { name: 'apps/api', description: '# 接口 API' }
    expect((await api.call({ path: `${BASE}/api`, as: 'vera' })).body).toMatchObject(described)
    // Go's clients leave out what is empty, and send the name along.
    for (const body of [{}, { name: 'api' }, { description: null }])
      expect(await api.call({ ...update, body })).toMatchObject({ status: 200 })
    expect((await api.call({ path: `${BASE}/api`, as: 'vera' })).body).toHaveProperty('name', 'apps/api')
  })

  it.each(['nothing', '..%252F..%252Fetc', 'API', '%2500', '%25'])('that are not there (%s) are 404', async (name) => {
    expect(await api.call({ path: `${BASE}/${name}`, as: 'vera' })).toMatchObject({ status: 404 })
  })

  it('are deleted with all they hold by maintainers, not by developers', async () => {
    await pushImage('apps/old', 'old', ['v1'])
    expect(await api.call({ method: 'DELETE', path: `${BASE}/old`, as: 'vera' })).toMatchObject({ status: 403 })
    expect(await api.call({ method: 'DELETE', path: `${BASE}/old`, as: 'uma' })).toMatchObject({ status: 200 })
    expect(await api.call({ path: `${BASE}/old`, as: 'uma' })).toMatchObject({ status: 404 })
    expect((await api.call({ path: 'projects/apps', as: 'uma' })).body.repo_count).toBe(2)
  })

  it('are found by the search, as projects are, only by those who may see them', async () => {
    const { body } = await api.call({ path: 'search?q=FRONT', as: 'vera' })
    expect(body.repository).toMatchObject([
      { repository_name: 'apps/web/front', project_name: 'apps', project_public: false },
    ])
    expect((await api.call({ path: 'search?q=app', as: 'vera' })).body.project).toMatchObject([{ name: 'apps' }])
    expect((await api.call({ path: 'search?q=app' })).body).toEqual({ project: [], repository: [] })
  })
})

it('repositories are found by the search, however many there are', async () => {
  await api.createProject('crowd', 'uma')
  await api.database.pool.query(
    `insert into repository (project_id, name) select id, 'crowd/needle-' || n from project, generate_series(1, 60) n
     where name = 'crowd'`,
  )
  const { body } = await api.call({ path: 'search?q=needle-', as: 'uma' })
  expect(body.repository).toHaveLength(60)
  await api.database.pool.query(`delete from repository where name like 'crowd/%'`)
})

describe('artifacts', () => {
  const repository = 'apps/multi'
  let image: Awaited<ReturnType<typeof pushImage>>
  let index: Awaited<ReturnType<typeof pushImage>>
  beforeAll(async () => {
    image = await pushImage(repository, 'multi amd64', [])
    index = await pushManifest(
      repository,
      {
        schemaVersion: 2,
        mediaType: mediaTypes.ociIndex,
        manifests: [
          { ...image, platform: { os: 'linux', architecture: 'amd64' } },
          { ...(await pushImage(repository, 'attestation', [])), platform: { os: 'unknown', architecture: 'unknown' } },
        ],
      },
      ['v1.9', 'v1.10', 'latest'],
    )
    await pushImage(repository, 'untagged', [])
  })

  it('are listed without the children of an index, with the tag that was pushed last first', async () => {
    const { body, headers } = await api.call({ path: `${BASE}/multi/artifacts?sort=-size`, as: 'vera' })
    expect(headers['x-total-count']).toBe('2')
    expect(body[0]).toMatchObject({
      type: 'IMAGE',
      digest: index.digest,
      manifest_media_type: mediaTypes.ociIndex,
      repository_name: repository,
      pushed_by: 'uma',
      references: [
        { child_digest: image.digest, child_id: expect.any(Number), platform: { architecture: 'amd64' } },
        {},
      ],
      addition_links: { vulnerabilities: { href: expect.stringContaining('/additions/vulnerabilities') } },
    })
    expect(body[0].tags.map((tag: { name: string }) => tag.name)).toEqual(['v1.9', 'v1.10', 'latest'])
    expect((await api.call({ path: `${BASE}/multi/artifacts?with_tag=false`, as: 'vera' })).body[0].tags).toBeNull()
  })

  it('of a repository that is not there are none', async () => {
    const answer = await api.call({ path: `${BASE}/not-yet-pushed/artifacts`, as: 'vera' })
    expect(answer).toMatchObject({ status: 200, body: [], headers: { 'x-total-count': '0' } })
    expect(await api.call({ path: 'projects/no-such/repositories/a/artifacts', as: 'admin' })).toMatchObject({
      status: 404,
    })
  })

  it('have what Harbor always sends, and the moment before all others where there was none', async () => {
    const { body } = await api.call({ path: `${BASE}/multi/artifacts/latest`, as: 'vera' })
    expect(body).toMatchObject({ labels: null, accessories: null, pull_time: '0001-01-01T00:00:00.000Z' })
    expect(body.tags[0].pull_time).toBe('0001-01-01T00:00:00.000Z')
  })

  it('name what refers to them', async () => {
    const image = await pushImage('apps/signed', 'signed', ['v1'])
    const empty = { mediaType: 'application/vnd.oci.empty.v1+json', ...(await pushBlob('apps/signed', '{}')) }
    const referring = {
      schemaVersion: 2,
      mediaType: mediaTypes.ociManifest,
      config: empty,
      layers: [empty],
      subject: image,
    }
    await pushManifest('apps/signed', { ...referring, artifactType: 'application/vnd.cncf.notary.signature' }, [])
    await pushManifest('apps/signed', { ...referring, artifactType: 'text/spdx' }, [])
    const shown = async (query: string) =>
      (await api.call({ path: `${BASE}/signed/artifacts${query}`, as: 'vera' })).body
    const [signed, ...others] = await shown('')
    expect(others).toEqual([])
    expect(signed.accessories).toMatchObject([
      { type: 'signature.notation', subject_artifact_digest: image.digest, subject_artifact_repo: 'apps/signed' },
      { type: 'subject.accessory' },
    ])
    expect((await shown('?with_accessory=false'))[0].accessories).toBeNull()
    expect(await shown('?q=base%3D*')).toHaveLength(3)
    expect(await api.call({ path: `${BASE}/signed/artifacts?q=base%3Dx`, as: 'vera' })).toMatchObject({ status: 400 })
  })

  it('name what cosign has attached to them by a tag, which is listed with them alone', async () => {
    const image = await pushImage('apps/by-tag', 'signed by tag', ['v1'])
    const tagOf = (ending: string) => `${image.digest.replace(':', '-')}.${ending}`
    const config = { mediaType: mediaTypes.ociConfig, ...(await pushBlob('apps/by-tag', '{}')) }
    const payload = await pushBlob('apps/by-tag', 'payload')
    const attach = (mediaType: string, ending: string) => {
      const manifest = {
        schemaVersion: 2,
        mediaType: mediaTypes.ociManifest,
        config,
        layers: [{ mediaType, ...payload }],
      }
      return pushManifest('apps/by-tag', manifest, [tagOf(ending)])
    }
    const signature = await attach('application/vnd.dev.cosign.simplesigning.v1+json', 'sig')
    const sbom = await attach('text/spdx', 'sbom')
    const shown = async (query: string) => await api.call({ path: `${BASE}/by-tag/artifacts${query}`, as: 'vera' })
    const { body, headers } = await shown('')
    expect(headers['x-total-count']).toBe('1')
    expect(body).toHaveLength(1)
    const subject = { subject_artifact_digest: image.digest, subject_artifact_repo: 'apps/by-tag' }
    expect(body[0].accessories).toMatchObject([
      { type: 'signature.cosign', digest: signature.digest, ...subject },
      { type: 'subject.accessory', digest: sbom.digest, ...subject },
    ])
    expect((await shown('?q=base%3D*')).body).toHaveLength(3)
    expect((await shown(`/${tagOf('sig')}`)).body).toMatchObject({ digest: signature.digest, accessories: null })
    expect((await api.call({ path: `${BASE}/by-tag`, as: 'vera' })).body).toMatchObject({ artifact_count: 1 })
    expect((await api.call({ path: 'search?q=by-tag', as: 'vera' })).body.repository).toMatchObject([
      { artifact_count: 1 },
    ])
    const tags = `${BASE}/by-tag/tags?q=kind%3Dsignature`
    expect((await api.call({ path: tags, as: 'vera' })).body).toMatchObject([{ name: tagOf('sig') }])
  })

  it.each([
    ['repository_name%3Dapps/multi', 2],
    ['repository_name%3Dapps/other', 0],
    ['project_id%3D0', 0],
    ['labels%3D(1 2)', 0],
    ['icon%3Dx', 0],
    ['nope%3D1,RepositoryName%3Dapps/multi', 2],
  ])('are asked for as Harbor has them: %s', async (q, count) => {
    for (const sort of ['media_type', '-ArtifactType', 'repository_name'])
      expect((await api.call({ path: `${BASE}/multi/artifacts?q=${q}&sort=${sort}`, as: 'vera' })).body).toHaveLength(
        count,
      )
  })

  it.each([
    ['tags%3D*', 1],
    ['tags%3Dnil', 1],
    ['tags%3Dv1.9', 1],
    ['tags%3D~1.1', 1],
    ['tags%3Dnone', 0],
    ['type%3DIMAGE', 2],
    ['type%3DCHART', 0],
  ])('are filtered by q=%s', async (q, count) => {
    expect((await api.call({ path: `${BASE}/multi/artifacts?q=${q}`, as: 'vera' })).body).toHaveLength(count)
  })

  it('are got by tag or digest, children too, with what their config says', async () => {
    expect((await api.call({ path: `${BASE}/multi/artifacts/v1.9`, as: 'vera' })).body).toMatchObject({
      digest: index.digest,
    })
    const { body } = await api.call({ path: `${BASE}/multi/artifacts/${image.digest}`, as: 'vera' })
    expect(body).toMatchObject({
      digest: image.digest,
      media_type: mediaTypes.ociConfig,
      extra_attrs: {
        os: 'linux',
        architecture: 'amd64',
        config: {
          Env: ['PATH=/bin'],
          Cmd: ['sh'],
          ExposedPorts: { '80/tcp': {}, '53/udp': {} },
          Volumes: { '/data': {} },
        },
      },
      annotations: { 'org.opencontainers.image.title': 'multi amd64' },
      references: null,
      tags: [],
    })
    const history = await api.call({ path: body.addition_links.build_history.href, as: 'vera' })
    expect(history.body).toEqual([{ created: '2026-01-02T03:04:05Z', created_by: 'RUN make', empty_layer: true }])
    await pushImage('apps/plain', 'plain', ['v1'], { config: { os: 'linux', architecture: 'amd64' } })
    const plain = `${BASE}/plain/artifacts/v1/additions/build_history`
    expect(await api.call({ path: plain, as: 'vera' })).toMatchObject({ status: 200, body: [] })
    const report = await api.call({ path: body.addition_links.vulnerabilities.href, as: 'vera' })
    expect(report).toMatchObject({ status: 200, body: {} })
    const addition = async (name: string) =>
      (await api.call({ path: `${BASE}/multi/artifacts/latest/additions/${name}`, as: 'vera' })).status
    expect(await Promise.all(['vulnerabilities', 'build_history', 'readme.md', 'x'].map(addition))).toEqual([
      200, 400, 400, 422,
    ])
    expect(await api.call({ path: `${BASE}/multi/artifacts/nope`, as: 'vera' })).toMatchObject({ status: 404 })
    expect(await api.call({ path: `${BASE}/multi/artifacts/sha256:12`, as: 'vera' })).toMatchObject({ status: 404 })
  })

  it('of an index stay while it is there, and an index goes with all its tags', async () => {
    const remove = (reference: string, as = 'uma') =>
      api.call({ method: 'DELETE', path: `${BASE}/multi/artifacts/${reference}`, as })
    expect(await remove(image.digest)).toMatchObject({
      status: 412,
      body: { errors: [{ code: 'VIOLATE_FOREIGN_KEY_CONSTRAINT', reason: 'ARTIFACT_REFERENCED' }] },
    })
    expect(await remove('v1.9', 'vera')).toMatchObject({ status: 403 })
    expect(await remove('v1.9')).toMatchObject({ status: 200 })
    expect(await api.call({ path: `${BASE}/multi/artifacts/latest`, as: 'vera' })).toMatchObject({ status: 404 })
    expect(await remove(image.digest)).toMatchObject({ status: 200 })
  })
})

describe('tags', () => {
  let digest: string
  beforeAll(async () => {
    ;({ digest } = await pushImage('apps/tagged', 'one', ['v1.9', 'v1.10', 'stable']))
    await pushImage('apps/tagged', 'two', ['v2'])
  })

  it('come one row each, with what a page shows of their artifact', async () => {
    const { body, headers } = await api.call({ path: `${BASE}/tagged/tags?sort=name`, as: 'vera' })
    expect(body.map((tag: { name: string }) => tag.name)).toEqual(['stable', 'v1.9', 'v1.10', 'v2'])
    expect(headers['x-total-count']).toBe('4')
    expect(body[1]).toEqual({
      name: 'v1.9',
      digest,
      artifact_id: expect.any(Number),
      media_type: mediaTypes.ociManifest,
      kind: 'image',
      size: expect.any(Number),
      platforms: [{ os: 'linux', architecture: 'amd64' }],
      push_time: expect.stringMatching(/Z$/),
      pull_time: null,
      pull_count: 0,
      pushed_by: 'uma',
      other_tags: ['stable', 'v1.10'],
      immutable: false,
      rule: null,
      labels: [],
    })
  })

  it.each(['-name', 'push_time', '-pull_time', 'size', '-pull_count'])('are sorted by %s', async (sort) => {
    expect((await api.call({ path: `${BASE}/tagged/tags?sort=${sort}`, as: 'vera' })).body).toHaveLength(4)
  })

  it('are filtered by a part of their name, over pages', async () => {
    const answer = await api.call({ path: `${BASE}/tagged/tags?q=name%3D~v1&page_size=1&sort=name&page=2`, as: 'vera' })
    expect(answer.body).toMatchObject([{ name: 'v1.10' }])
    expect(answer.headers['x-total-count']).toBe('2')
  })

  it('are added by developers, once', async () => {
    const create = (name: string) =>
      api.call({ method: 'POST', path: `${BASE}/tagged/artifacts/v2/tags`, as: 'vera', body: { name } })
    const created = await create('v2.0')
    expect(created).toMatchObject({ status: 201, text: '' })
    // A tag alone has no address.
    expect(created.headers).not.toHaveProperty('location')
    expect(await create('v2.0')).toMatchObject({ status: 409, reason: 'TAG_EXISTS' })
    expect(await create('stable')).toMatchObject({ status: 409 })
    expect(await create('-bad')).toMatchObject({ status: 400, reason: 'BAD_TAG_NAME' })
    expect((await api.call({ path: `${BASE}/tagged/artifacts/v2/tags?sort=name`, as: 'vera' })).body).toMatchObject([
      { name: 'v2', immutable: false },
      { name: 'v2.0' },
    ])
  })

  it('of one name that two add at once are added by one of them, and stay where that one put them', async () => {
    await pushImage('apps/twice', 'one', ['a'])
    await pushImage('apps/twice', 'two', ['b'])
    for (let round = 0; round < 5; round += 1) {
      const create = (reference: string) =>
        api.call({
          method: 'POST',
          path: `${BASE}/twice/artifacts/${reference}/tags`,
          as: 'vera',
          body: { name: `round-${round}` },
        })
      const answers = await Promise.all([create('a'), create('b')])
      expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 409])
      const winner = answers[0]?.status === 201 ? 'a' : 'b'
      const { body } = await api.call({
        path: `${BASE}/twice/artifacts/${winner}/tags?q=name%3Dround-${round}`,
        as: 'vera',
      })
      expect(body).toHaveLength(1)
    }
  })

  it('are deleted alone: the artifact and its other tags stay', async () => {
    const remove = (path: string, as = 'uma') => api.call({ method: 'DELETE', path: `${BASE}/tagged/${path}`, as })
    expect(await remove('tags/v1.9', 'vera')).toMatchObject({ status: 403 })
    expect(await remove('tags/v1.9')).toMatchObject({ status: 200 })
    expect(await remove('tags/v1.9')).toMatchObject({ status: 404, reason: 'TAG_NOT_FOUND' })
    expect(await remove('artifacts/v2/tags/stable')).toMatchObject({ status: 404, reason: 'TAG_NOT_FOUND' })
    expect(await remove('artifacts/v1.10/tags/stable')).toMatchObject({ status: 200 })
    expect((await api.call({ path: `${BASE}/tagged/artifacts/${digest}`, as: 'vera' })).body.tags).toMatchObject([
      { name: 'v1.10' },
    ])
  })
})
