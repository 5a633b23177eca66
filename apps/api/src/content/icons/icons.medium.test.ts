import { Database } from '@berth/database'
import { PostgresMetadata } from '@berth/metadata'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ApiUnderTest } from '../../testing/api.test.support.js'
import { contentOf } from '../../testing/content.test.support.js'

let api: ApiUnderTest
let database: Database
beforeAll(async () => {
  api = await ApiUnderTest.start()
  database = new Database({ ...api.database.settings, poolSize: 2 })
})
afterAll(async () => {
  await database.close()
  await api[Symbol.asyncDispose]()
})

it('an artifact names an icon, which anybody finds', async () => {
  const { pushImage } = contentOf(new PostgresMetadata(database))
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
