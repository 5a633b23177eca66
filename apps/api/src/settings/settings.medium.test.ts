import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Database } from '../database/database.js'
import { ApiUnderTest } from '../testing/api.test.support.js'
import type { SettingRow } from './table/setting-row.js'
import { SettingStore } from './setting-store.js'
import { settingRows } from './table/settings-table.js'

let api: ApiUnderTest

beforeAll(async () => {
  api = await ApiUnderTest.start()
  await api.createProject('hub', 'admin')
  await api.database.pool.query(`
    with docker as (
      insert into registry_endpoint (name, type, url) values ('docker', 'docker-hub', 'https://hub.docker.com') returning id
    )
    update project set registry_id = docker.id from docker where name = 'hub'`)
}, 120_000)

afterAll(() => api[Symbol.asyncDispose]())

const put = (body: object) => api.call({ method: 'PUT', path: 'configurations', as: 'admin', body })
const get = async () => (await api.call({ path: 'configurations', as: 'admin' })).body

/** Of rows that take not just any text. */
const samples: Readonly<Record<string, string>> = {
  auth_mode: 'ldap_auth',
  project_creation_restriction: 'adminonly',
  audit_log_forward_endpoint: 'udp://127.0.0.1:1514',
  disabled_audit_log_event_types: 'create_tag,pull_artifact',
  oidc_endpoint: 'https://id.example',
  oidc_extra_redirect_parms: '{"prompt":"login"}',
  mirror_projects: 'hub',
  ldap_url: 'ldap://127.0.0.1:1',
  ldap_base_dn: 'dc=other',
  ldap_group_base_dn: 'dc=other',
  ldap_group_admin_dn: 'cn=other,dc=other',
  ldap_filter: '(objectClass=person)',
  ldap_group_search_filter: '(objectClass=group)',
}

/** A value that is not the fallback, where the row takes another. */
function otherValue(key: string, { fallback }: SettingRow): unknown {
  // In read-only mode little else could be tested.
  if (key === 'read_only') return fallback
  if (key.endsWith('_ca_certificate')) return api.keys.certificate
  if (samples[key] !== undefined) return samples[key]
  if (typeof fallback === 'boolean') return !fallback
  return typeof fallback === 'number' ? 1 : 'other'
}

const rows = [...settingRows]

describe('each setting', () => {
  it.each(rows)('%s is shown as it was set, and never where it is secret', async (key, row) => {
    const value = otherValue(key, row)
    expect(await put({ [key]: value })).toMatchObject({ status: 200 })
    const shown = (await get())[key]
    if (row.secret) expect(shown?.value ?? '').toBe('')
    else expect(shown).toEqual({ value, editable: true, ...(row.works ? {} : { in_effect: false }) })
  })

  it.each(rows)('%s is named where its value is not valid', async (key) => {
    const refused = await put({ [key]: { no: 'setting' } })
    expect(refused).toMatchObject({ status: 422, reason: 'INVALID_FIELD' })
    expect(refused.body.errors[0].message).toContain(key)
  })
})

it.each(['a\0', 'a\ud800'])('a setting is not %j, which cannot be kept', async (banner_message) => {
  expect(await put({ banner_message })).toMatchObject({ status: 422, reason: 'INVALID_FIELD' })
})

it.each([
  { ldap_url: 'http://directory.example' },
  { ldap_url: 'ldaps://user:password@directory.example' },
  { ldap_url: 'ldap://directory.example/dc=example' },
  { ldap_base_dn: 'people' },
  { ldap_group_admin_dn: 'admins' },
  { ldap_filter: '(objectClass=person' },
  { ldap_uid: 'uid=*)(' },
  { ldap_ca_certificate: '/etc/ssl/ca.pem' },
  { oidc_ca_certificate: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' },
  { oidc_endpoint: 'id.example' },
  { oidc_extra_redirect_parms: '{"prompt":1}' },
  { auth_mode: 'uaa_auth' },
])('a setting is not %j', async (body) => {
  expect(await put(body)).toMatchObject({ status: 422, reason: 'INVALID_FIELD' })
})

describe('keeping no audit log', () => {
  const endpoint = 'syslog.example:514'
  const of = async () => {
    const { audit_log_forward_endpoint: to, skip_audit_log_database: skip } = await get()
    return [to.value, skip.value]
  }
  const nothing = { audit_log_forward_endpoint: '', skip_audit_log_database: false }
  const needs = { status: 400, reason: 'SETTING_NEEDS' }

  it('needs somebody who gets the entries, in one change and in two, in either order', async () => {
    await put(nothing)
    expect(await put({ skip_audit_log_database: true, banner_message: 'lost' })).toMatchObject(needs)
    expect((await get()).banner_message.value).not.toBe('lost')
    expect(await put({ skip_audit_log_database: true, audit_log_forward_endpoint: '' })).toMatchObject(needs)
    expect(await of()).toEqual(['', false])

    expect(await put({ audit_log_forward_endpoint: endpoint })).toMatchObject({ status: 200 })
    expect(await put({ skip_audit_log_database: true })).toMatchObject({ status: 200 })
    expect(await put({ audit_log_forward_endpoint: '' })).toMatchObject(needs)
    expect(await of()).toEqual([endpoint, true])

    expect(await put(nothing)).toMatchObject({ status: 200 })
    expect(await put({ audit_log_forward_endpoint: endpoint, skip_audit_log_database: true })).toMatchObject({
      status: 200,
    })
    expect(await of()).toEqual([endpoint, true])
    await put(nothing)
  })

  it('is not had by two changes at once, each of which would be right alone', async () => {
    await put({ audit_log_forward_endpoint: endpoint, skip_audit_log_database: false })
    const both = await Promise.all([put({ skip_audit_log_database: true }), put({ audit_log_forward_endpoint: '' })])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400])
    await put(nothing)
  })

  it.each(['syslog.example', 'http://syslog.example:80', 'syslog.example:0', 'a b:514'])(
    'is not sent to %s',
    async (to) => {
      expect(await put({ audit_log_forward_endpoint: to })).toMatchObject({ status: 422, reason: 'INVALID_FIELD' })
    },
  )
})

it('a kind of entry that there is not is not left out', async () => {
  expect(await put({ disabled_audit_log_event_types: 'create_artifcat' })).toMatchObject({ status: 422 })
})

describe('a secret setting', () => {
  const stored = async () => {
    const { rows: found } = await api.database.pool.query(
      `select value from setting where key = 'ldap_search_password'`,
    )
    return found[0]?.value
  }

  it('is sealed where it lies, and opens for who asks inside', async () => {
    await put({ ldap_search_password: 'hunter2' })
    expect(await stored()).toMatch(/^v1\.[\w-]+$/)
    expect(await api.app.get(SettingStore).value('ldap_search_password')).toBe('hunter2')
  })

  it('that does not open counts as not set, and leaves the others alone', async () => {
    await put({ ldap_search_password: 'hunter2', oidc_client_secret: 'other' })
    await api.database.pool
      .query(`update setting set value = (select value from setting where key = 'oidc_client_secret')
      where key = 'ldap_search_password'`)
    const settings = await new SettingStore(api.app.get(Database), { secretKey: 'ab'.repeat(32) }).all()
    expect(settings).toMatchObject({ ldap_search_password: '', oidc_client_secret: 'other' })
  })
})

describe.each([
  ['ldap_search_password', 'ldap_url', 'ldaps://one.example', 'ldaps://two.example'],
  ['oidc_client_secret', 'oidc_endpoint', 'https://one.example', 'https://two.example'],
] as const)('%s, which is sent to %s', (secret, address, one, two) => {
  const kept = () => api.app.get(SettingStore).value(secret)
  const refused = { status: 400, reason: 'SETTING_SECRET_NEEDED' }
  beforeEach(() => put({ [address]: one, [secret]: 'hunter2' }))

  it('is asked for again with another address, whether it was switched off in between or not', async () => {
    expect(await put({ [address]: two })).toMatchObject(refused)
    expect((await get())[address].value).toBe(one)
    expect(await put({ [address]: '' })).toMatchObject({ status: 200 })
    expect(await put({ [address]: two })).toMatchObject(refused)
    expect(await put({ [address]: two, [secret]: 'hunter3' })).toMatchObject({ status: 200 })
    expect(await kept()).toBe('hunter3')
  })

  it('stays where a client sends the same address back, with nothing in the place of the secret', async () => {
    expect(await put({ [address]: one, [secret]: '' })).toMatchObject({ status: 200 })
    expect(await kept()).toBe('hunter2')
  })

  it('is taken away by an empty one with another address, which then needs none', async () => {
    expect(await put({ [address]: two, [secret]: '' })).toMatchObject({ status: 200 })
    expect(await kept()).toBe('')
    expect(await put({ [address]: one })).toMatchObject({ status: 200 })
  })
})
