import { expect, test } from 'vitest'
import { changeWarnings, seedsOf, servedPassword } from './changes.js'
import { configure } from './configuration.js'
import { readCfg } from './read-cfg.js'

function configured(text: string) {
  const { settings } = readCfg(text, 'harbor.cfg')
  if (settings === undefined) throw new Error('The configuration has a fault.')
  return configure(settings, 'own.example')
}

const env = 'BERTH_SEEDS=true,everyone,30\nDATA_VOLUME=/data\n'

test('what stays as it was is no change', () => {
  expect(changeWarnings(configured('http_port = 81'), env)).toEqual([])
})

test('another data_volume leaves the data behind, and says so', () => {
  expect(changeWarnings(configured('data_volume = /data2'), env)[0]).toContain('data_volume was /data: what lies there')
})

test('so is a source of accounts, whose password is not looked at', () => {
  const given = 'auth_mode = ldap_auth\nldap_url = a.example\nldap_basedn = dc=a\n'
  const changed = changeWarnings(configured(given), env)
  expect(changed[0]).toContain('reload_config')
  const seeds = seedsOf(configured(`${given}ldap_search_pwd = one`))
  expect(changeWarnings(configured(`${given}ldap_search_pwd = two`), env.replace('true,everyone,30', seeds))).toEqual(
    [],
  )
})

test('what only the first start reads is named when it is changed later, but where it is reloaded each time', () => {
  expect(changeWarnings(configured('token_expiration = 60'), env)[0]).toContain('reload_config')
  expect(changeWarnings(configured('token_expiration = 60\nreload_config = true'), env)).toEqual([])
  expect(changeWarnings(configured(''), env.replace('true,everyone,30', 'reloaded'))).toEqual([])
})

test('a password for admin that stands there after the first start is said to change nothing', () => {
  expect(servedPassword(configured(''))).toEqual([])
  expect(servedPassword(configured('harbor_admin_password = Another12345'))[0]).toContain('changed in the portal')
})
