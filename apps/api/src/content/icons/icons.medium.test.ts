import { afterAll, beforeAll, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'

let api: ApiUnderTest
beforeAll(async () => {
  api = await ApiUnderTest.start()
})
afterAll(() => api[Symbol.asyncDispose]())

it('an artifact names an icon, which anybody finds', async () => {
  const { pushImage } = api.content
  await pushImage('library/app', 'one', ['v1'])
  const { body } = await api.call({ path: 'projects/library/repositories/app/artifacts', as: 'admin' })
  expect(body[0].icon).toMatch(/^sha256:[0-9a-f]{64}$/)
  const icon = await api.call({ path: `icons/${body[0].icon}` })
  expect(icon).toMatchObject({ status: 200, body: { 'content-type': 'image/svg+xml' } })
  expect(Buffer.from(icon.body.content, 'base64').toString('utf8')).toContain('<svg')
})

it.each([`sha256:${'0'.repeat(64)}`, 'none'])('there is no icon %s', async (digest) => {
  expect(await api.call({ path: `icons/${digest}` })).toMatchObject({ status: 404, reason: 'ICON_NOT_FOUND' })
})
