import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apply, type Rendered, type Target } from './apply.js'
import { configure } from './cfg/configuration.js'
import { readCfg } from './cfg/read-cfg.js'
import { dockerPlaces } from './render/places.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'berth-apply-'))
  mkdirSync(join(folder, 'root'))
  symlinkSync(join(import.meta.dirname, '../../../deploy'), join(folder, 'root/deploy'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function applyText(text: string): Promise<Rendered> {
  const paths = `data_volume = ${folder}/data\nlog_location = ${folder}/log\n`
  const { settings } = readCfg(paths + text, 'harbor.cfg')
  if (settings === undefined) throw new Error('The configuration has a fault.')
  const root = join(folder, 'root')
  const target: Target = {
    root,
    owner: undefined,
    proxy: { ipv6: false },
    native: { user: undefined, postgresqlBin: '' },
  }
  return apply(configure(settings, 'own.example'), dockerPlaces(), target, () => {})
}

function secrets(): Record<string, string> {
  const secret = join(folder, 'data/secret')
  return Object.fromEntries(readdirSync(secret).map((name) => [name, readFileSync(join(secret, name), 'utf8')]))
}

test('a second run keeps the secrets and applies what was changed', async () => {
  await applyText('token_expiration = 20')
  const first = secrets()
  expect(first['secret-key']).toMatch(/^[0-9a-f]{64}$/)
  expect(first['admin-password']).toBe('Harbor12345')
  const modeOf = (path: string) => (statSync(join(folder, 'data', path)).mode & 0o777).toString(8)
  expect(modeOf('secret')).toBe('700')
  // Of all that lies there, a certificate alone is for everybody.
  const open = Object.keys(first).filter((name) => modeOf(`secret/${name}`) !== '400')
  expect(open.map((name) => [name, modeOf(`secret/${name}`)])).toEqual([['token.crt', '444']])

  await applyText('token_expiration = 40\nharbor_admin_password = Another12345')
  expect(secrets()).toEqual({ ...first, 'admin-password': 'Another12345' })
  expect(readFileSync(join(folder, 'root/common/config/api/env'), 'utf8')).toContain('BERTH_TOKEN_EXPIRATION=40\n')
})

test("the administrator's first password is written until it has been used, and again for a new database", async () => {
  const file = join(folder, 'data/secret/admin-password')
  rmSync(file)
  writeFileSync(file, '')
  const cluster = join(folder, 'data/database/17')
  mkdirSync(cluster)
  writeFileSync(join(cluster, 'PG_VERSION'), '17')
  await applyText('')
  expect(readFileSync(file, 'utf8')).toBe('')
  rmSync(cluster, { recursive: true })
  await applyText('')
  expect(readFileSync(file, 'utf8')).toBe('Harbor12345')
})

describe('what is known of a source of accounts', () => {
  const file = () => readFileSync(join(folder, 'data/secret/first-settings'), 'utf8')
  const cluster = () => join(folder, 'data/database/17')
  const ldap = 'auth_mode = ldap_auth\nldap_url = a.example\nldap_basedn = dc=a\nldap_search_pwd = sesame\n'

  test('lies among the secrets until the first start has read it, and nowhere else', async () => {
    await applyText(ldap)
    expect(JSON.parse(file())).toMatchObject({ auth_mode: 'ldap_auth', ldap_search_password: 'sesame' })
    const rendered = readdirSync(join(folder, 'root/common'), { recursive: true, withFileTypes: true })
    for (const entry of rendered.filter((found) => found.isFile()))
      expect(readFileSync(join(entry.parentPath, entry.name), 'utf8')).not.toContain('sesame')
  })

  test('is not written again once it was read, unless it is to count each time', async () => {
    mkdirSync(cluster())
    writeFileSync(join(cluster(), 'PG_VERSION'), '17')
    rmSync(join(folder, 'data/secret/first-settings'))
    await applyText(ldap)
    expect(file()).toBe('')
    await applyText(ldap)
    expect(file()).toBe('')
    await applyText(`${ldap}reload_config = true`)
    expect(file()).toContain('sesame')
    rmSync(cluster(), { recursive: true })
  })

  test('has the api started anew where it has changed, without telling what it is', async () => {
    const [one, same, other] = [await applyText(ldap), await applyText(ldap), await applyText(`${ldap}ldap_uid = uid`)]
    expect(same).toEqual(one)
    expect(other['api']).not.toBe(one['api'])
    rmSync(join(folder, 'data/secret/secret-key'))
    expect((await applyText(ldap))['api']).not.toBe(one['api'])
  })
})

test('names the services whose files have changed, so that the others may go on', async () => {
  const before = await applyText('')
  expect(await applyText('')).toEqual(before)
  const after = await applyText('token_expiration = 41')
  const changed = Object.keys(after).filter((service) => after[service] !== before[service])
  expect(changed).toEqual(['api'])
  expect(Object.keys(after).sort()).toEqual(['api', 'jobservice', 'log', 'postgresql', 'proxy', 'redis', 'registry'])
})

test('others may not look into the logs', async () => {
  await applyText('')
  expect(statSync(join(folder, 'log')).mode & 0o777).toBe(0o750)
})

test('a link that lies where a file is to be written is not followed', async () => {
  const victim = join(folder, 'victim')
  writeFileSync(victim, 'untouched')
  symlinkSync(victim, join(folder, 'data/secret/admin-password.new'))
  await applyText('')
  expect(readFileSync(victim, 'utf8')).toBe('untouched')
})

test('half of the token pair is refused, for tokens would be signed by a key that nobody trusts', async () => {
  rmSync(join(folder, 'data/secret/token.key'))
  await expect(applyText('')).rejects.toThrow('token.key is not')
})
