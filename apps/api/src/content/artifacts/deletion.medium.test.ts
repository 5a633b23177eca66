import { mediaTypes } from '@berth/oci'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
  for (const name of ['uma', 'vera']) await api.createUser(name)
  await api.createProject('apps', 'uma')
  await api.addMember('apps', 'uma', 'vera', 2)
})
afterAll(() => api[Symbol.asyncDispose]())

const preview = (artifact: string, as = 'uma') =>
  api.call({ path: `projects/apps/repositories/${artifact}/deletion`, as })
const remove = (artifact: string) =>
  api.call({ method: 'DELETE', path: `projects/apps/repositories/${artifact}`, as: 'uma' })
/** The sizes of an image of `pushImage`, and what it shares with nobody. */
const blobsOf = (text: string) => `layer of ${text}`.length + `config of ${text}`.length

it('the preview of a deletion tells the tags, what is about it alone, and the bytes that nothing else needs', async () => {
  const image = await api.content.pushImage('apps/web', 'web', ['v1', 'latest'])
  const signatures = [`${image.digest.replace(':', '-')}.sig`]
  const signature = await api.content.pushImage('apps/web', 'signature', signatures)
  // The same layer and config in another manifest stay with that, in whatever repository of the project it is.
  const before = await preview('web/artifacts/v1')
  expect(before).toMatchObject({
    status: 200,
    body: {
      digest: image.digest,
      tags: ['latest', 'v1'],
      tag_count: 2,
      accessories: [{ type: 'IMAGE', count: 1 }],
      parts: 0,
      frees: image.size + blobsOf('web') + signature.size + blobsOf('signature'),
    },
  })
  await api.content.pushImage('apps/other', 'web', ['v1'])
  expect((await preview('web/artifacts/v1')).body.frees).toBe(before.body.frees - blobsOf('web'))
  await api.createProject('elsewhere', 'uma')
  await api.content.pushImage('elsewhere/other', 'signature', ['v1'])
  expect((await preview('web/artifacts/v1')).body.frees).toBe(before.body.frees - blobsOf('web'))
  expect((await preview('web/artifacts/v1', 'vera')).status).toBe(403)

  expect((await remove('web/artifacts/v1')).status).toBe(200)
  const gone = await api.call({ path: 'projects/apps/repositories/web/deleted', as: 'uma' })
  expect(gone.body.map(({ digest }: { digest: string }) => digest).toSorted()).toEqual(
    [image.digest, signature.digest].toSorted(),
  )
  expect((await preview(`web/artifacts/${image.digest}`)).status).toBe(404)
})

it('the images of an index stay, and are told of; one of them is kept by the index', async () => {
  const images = [
    await api.content.pushImage('apps/many', 'one', []),
    await api.content.pushImage('apps/many', 'two', []),
  ]
  const manifest = { schemaVersion: 2, mediaType: mediaTypes.ociIndex, manifests: images }
  const index = await api.content.pushManifest('apps/many', manifest, ['v1'])
  expect((await preview('many/artifacts/v1')).body).toMatchObject({ parts: 2, accessories: [], frees: index.size })
  expect(await preview(`many/artifacts/${images[0]?.digest}`)).toMatchObject({
    status: 412,
    body: { errors: [{ reason: 'ARTIFACT_REFERENCED' }] },
  })
})

it('is refused by the name of the rule that keeps one of the tags, as the deletion is', async () => {
  await api.content.pushImage('apps/kept', 'kept', ['nightly', 'v2'])
  const selectors = (decoration: string, pattern: string) => [{ kind: 'doublestar', decoration, pattern }]
  const rule = {
    action: 'immutable',
    template: 'immutable_template',
    tag_selectors: selectors('matches', 'v*'),
    scope_selectors: { repository: selectors('repoMatches', 'kept') },
  }
  const made = await api.call({ method: 'POST', path: 'projects/apps/immutabletagrules', as: 'uma', body: rule })
  expect(made.status).toBe(201)
  const refused = await preview('kept/artifacts/nightly')
  expect(refused).toMatchObject({ status: 412, body: { errors: [{ reason: 'TAG_IMMUTABLE' }] } })
  const deletion = await remove('kept/artifacts/nightly')
  expect(deletion.body.errors[0].message).toBe(refused.body.errors[0].message)
  expect(refused.body.errors[0].message).toContain('v*')
})
