import { createReclaim } from '@berth/metadata'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
let pushImage: ApiUnderTest['content']['pushImage']
beforeAll(async () => {
  api = await ApiUnderTest.start()
  ;({ pushImage } = api.content)
  for (const name of ['uma', 'vera', 'gus', 'will']) await api.createUser(name)
  await api.createProject('apps', 'uma')
  await api.addMember('apps', 'uma', 'vera', 2)
  await api.addMember('apps', 'uma', 'gus', 3)
})
afterAll(() => api[Symbol.asyncDispose]())

const base = (repository: string) => `projects/apps/repositories/${repository}`
const history = async (repository: string, tag = 'v1', as = 'gus') =>
  api.call({ path: `${base(repository)}/tags/${tag}/history`, as })
const restore = (repository: string, event: number, tag = 'v1', as = 'vera') =>
  api.call({ method: 'POST', path: `${base(repository)}/tags/${tag}/history/${event}/restore`, as })
const remove = (repository: string, rest: string) =>
  api.call({ method: 'DELETE', path: `${base(repository)}/${rest}`, as: 'uma' })
const tagOf = async (repository: string, tag = 'v1') =>
  (await api.call({ path: `${base(repository)}/tags?q=name%3D${tag}`, as: 'gus' })).body[0]

it('a tag tells who moved it from what to what, also when it is gone', async () => {
  const one = await pushImage('apps/told', 'told one', ['v1'])
  const two = await pushImage('apps/told', 'told two', ['v1'])
  await remove('told', 'tags/v1')
  const { body, headers } = await history('told')
  expect(headers['x-total-count']).toBe('3')
  expect(body).toMatchObject([
    { action: 'delete', from_digest: two.digest, to_digest: null, actor: 'uma', restorable: true },
    { action: 'move', from_digest: one.digest, to_digest: two.digest, actor: 'uma', restorable: true },
    { action: 'push', from_digest: null, to_digest: one.digest, actor: 'uma', restorable: false },
  ])
  expect((await history('told', 'v1', 'will')).status).toBe(403)
  expect((await history('told', 'never')).body).toEqual([])
})

it('says until when what a tag named before can come back, where that was deleted', async () => {
  const one = await pushImage('apps/until', 'until one', ['v1'])
  await pushImage('apps/until', 'until two', ['v1'])
  const [moved] = (await history('until')).body
  expect(moved).toMatchObject({ from_digest: one.digest, restorable: true, expires_at: null })
  await remove('until', `artifacts/${one.digest}`)
  const [deleted] = (await api.call({ path: `${base('until')}/deleted`, as: 'uma' })).body
  expect((await history('until')).body[0]).toMatchObject({ restorable: true, expires_at: deleted.expires_at })
  await createReclaim(api.registry).purgeExpiredArtifacts(0, 100)
  expect((await history('until')).body[0]).toMatchObject({ restorable: false, expires_at: null })
})

it('goes back to what it named before, with the time at which that was pushed', async () => {
  const one = await pushImage('apps/back', 'back one', ['v1'])
  const pushed = (await tagOf('back')).push_time
  await pushImage('apps/back', 'back two', ['v1'])
  const [moved] = (await history('back')).body
  expect(await restore('back', moved.id)).toMatchObject({ status: 200, body: { digest: one.digest, tags: ['v1'] } })
  expect(await tagOf('back')).toMatchObject({ digest: one.digest, push_time: pushed })
  expect((await history('back')).body[0]).toMatchObject({ action: 'restore', to_digest: one.digest, actor: 'vera' })
  // Nothing is left to do.
  const before = (await history('back')).headers['x-total-count']
  expect((await restore('back', moved.id)).status).toBe(200)
  expect((await history('back')).headers['x-total-count']).toBe(before)
})

it('brings back what was deleted since, with what is about it', async () => {
  const one = await pushImage('apps/deleted', 'deleted one', ['v1'])
  const two = await pushImage('apps/deleted', 'deleted two', ['v1'])
  await remove('deleted', `artifacts/${one.digest}`)
  const [moved] = (await history('deleted')).body
  expect(await restore('deleted', moved.id)).toMatchObject({ status: 200 })
  expect(await tagOf('deleted')).toMatchObject({ digest: one.digest })
  expect((await api.call({ path: `${base('deleted')}/artifacts/${two.digest}`, as: 'gus' })).body.tags).toEqual([])
})

it('says until when there was what is gone for good', async () => {
  const one = await pushImage('apps/gone', 'gone one', ['v1'])
  await remove('gone', 'tags/v1')
  await remove('gone', `artifacts/${one.digest}`)
  await createReclaim(api.registry).purgeExpiredArtifacts(0, 100)
  const { body } = await history('gone')
  expect(body[0]).toMatchObject({ action: 'delete', from_digest: one.digest, restorable: false })
  const refused = await restore('gone', body[0].id)
  expect(refused).toMatchObject({ status: 409, reason: 'CONTENT_GONE' })
  expect(refused.text).toContain(body[0].at)
})

it('stays where a rule keeps it, and entries of other tags and repositories are none of it', async () => {
  await pushImage('apps/kept', 'kept one', ['v1'])
  await pushImage('apps/kept', 'kept two', ['v1', 'v2'])
  const [moved] = (await history('kept')).body
  const rule = {
    template: 'immutable_template',
    tag_selectors: [{ kind: 'doublestar', decoration: 'matches', pattern: 'v1' }],
    scope_selectors: { repository: [{ kind: 'doublestar', decoration: 'repoMatches', pattern: 'kept' }] },
  }
  const made = await api.call({ method: 'POST', path: 'projects/apps/immutabletagrules', as: 'uma', body: rule })
  expect(made.status).toBe(201)
  expect(await restore('kept', moved.id)).toMatchObject({ status: 412, reason: 'TAG_IMMUTABLE' })
  expect(await restore('kept', moved.id, 'v2')).toMatchObject({ status: 404, reason: 'TAG_EVENT_NOT_FOUND' })
  expect(await restore('gone', moved.id)).toMatchObject({ status: 404 })
  expect(await restore('kept', moved.id, 'v1', 'gus')).toMatchObject({ status: 403 })
})
