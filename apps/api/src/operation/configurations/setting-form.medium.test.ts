import { afterAll, beforeAll, expect, it } from 'vitest'
import { settingRows } from '../../settings/table/settings-table.js'
import { ApiUnderTest } from '../../testing/api.test.support.js'
import type { SettingShown } from './setting-form.js'

let api: ApiUnderTest
let shown: Map<string, SettingShown>
beforeAll(async () => {
  api = await ApiUnderTest.start()
  const body = { session_timeout: 90, ldap_search_password: 'hunter2' }
  await api.call({ method: 'PUT', path: 'configurations', as: 'admin', body })
  const answer = await api.call({ path: 'settings', as: 'admin' })
  expect(answer.text).not.toContain('hunter2')
  shown = new Map(answer.body.map((row: SettingShown) => [row.key, row]))
})
afterAll(() => api[Symbol.asyncDispose]())

it('tells a form of each setting what it takes, in both languages', () => {
  expect([...shown.keys()]).toEqual([...settingRows.keys()])
  expect(shown.get('session_timeout')).toMatchObject({ kind: 'number', value: 90, minimum: 1, maximum: 10_080 })
  expect(shown.get('project_creation_restriction')).toMatchObject({
    kind: 'choice',
    choices: ['everyone', 'adminonly'],
  })
  const banner = { kind: 'text', value: '', max_length: 4096, editable: true, in_effect: true }
  expect(shown.get('banner_message')).toMatchObject(banner)
  for (const { description } of shown.values()) expect(description.zh).toMatch(/[一-鿿]/)
})

it('shows no secret, under none of its names', async () => {
  const internal = await api.call({ path: 'internalconfig', as: 'admin' })
  expect(internal.body.session_timeout).toEqual({ value: 90, editable: true })
  expect(internal.body).not.toHaveProperty('ldap_search_password')
  expect(shown.get('ldap_search_password')).not.toHaveProperty('value')
  expect(shown.get('ldap_search_password')).toMatchObject({ secret: true, editable: true })
  for (const row of shown.values()) expect([row.key, 'value' in row]).toEqual([row.key, !row.secret])
})

// The bounds that a form is told are those that the service has.
it.each(['session_timeout', 'token_expiration', 'robot_token_duration', 'storage_per_project'])(
  'takes %s up to its bounds, and no further',
  async (key) => {
    const { minimum = 0, maximum = 0 } = shown.get(key) ?? {}
    const put = async (value: number) =>
      (await api.call({ method: 'PUT', path: 'configurations', as: 'admin', body: { [key]: value } })).status
    expect(await put(minimum)).toBe(200)
    expect(await put(minimum - 1)).toBe(422)
    expect(await put(maximum)).toBe(200)
    expect(await put(maximum + 1)).toBe(422)
  },
)
