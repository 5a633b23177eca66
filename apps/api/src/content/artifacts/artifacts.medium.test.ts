import { mediaTypes } from '@berth/oci'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
let pushBlob: ApiUnderTest['content']['pushBlob']
let pushImage: ApiUnderTest['content']['pushImage']
let pushManifest: ApiUnderTest['content']['pushManifest']
beforeAll(async () => {
  api = await ApiUnderTest.start()
  ;({ pushBlob, pushImage, pushManifest } = api.content)
  for (const name of ['uma', 'vera']) await api.createUser(name)
  await api.createProject('apps', 'uma')
  await api.addMember('apps', 'uma', 'vera', 2)
})
afterAll(() => api[Symbol.asyncDispose]())

const BASE = 'projects/apps/repositories'

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
