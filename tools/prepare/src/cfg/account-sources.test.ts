import { expect, test } from 'vitest'
import { describeFault } from './fault.js'
import { readCfg } from './read-cfg.js'

const DIRECTORY = 'auth_mode = ldap_auth\nldap_url = ldaps://ldap.example\nldap_basedn = ou=people,dc=example,dc=com\n'

const accountsOf = (text: string, file = 'harbor.cfg') => readCfg(text, file).settings?.accounts

test('what Harbor 1.7 says of its directory becomes settings', () => {
  const text = `
auth_mode = ldap_auth
ldap_url = ldaps://ldap.mydomain.com
ldap_searchdn = uid=searchuser,ou=people,dc=mydomain,dc=com
ldap_search_pwd = pass=word # 1
ldap_basedn = ou=people,dc=mydomain,dc=com
ldap_filter = (objectClass=person)
ldap_uid = uid
ldap_scope = 2
ldap_timeout = 7
ldap_verify_cert = false
ldap_group_basedn = ou=group,dc=mydomain,dc=com
ldap_group_filter = objectclass=group
ldap_group_gid = cn
ldap_group_scope = 1
oidc_client_id = other
`
  expect(accountsOf(text)).toEqual({
    auth_mode: 'ldap_auth',
    ldap_url: 'ldaps://ldap.mydomain.com',
    ldap_search_dn: 'uid=searchuser,ou=people,dc=mydomain,dc=com',
    ldap_search_password: 'pass=word # 1',
    ldap_base_dn: 'ou=people,dc=mydomain,dc=com',
    ldap_filter: '(objectClass=person)',
    ldap_uid: 'uid',
    ldap_scope: 2,
    ldap_timeout: 7,
    ldap_verify_cert: false,
    ldap_group_base_dn: 'ou=group,dc=mydomain,dc=com',
    ldap_group_search_filter: '(objectclass=group)',
    ldap_group_attribute_name: 'cn',
    ldap_group_search_scope: 1,
  })
  const notices = readCfg(text, 'harbor.cfg').notices.join('\n')
  expect(notices).toContain('oidc_client_id (line 16)')
  expect(notices).not.toContain('ldap_url')
})

test.each([
  ['ldap.example', 'ldap://ldap.example'],
  ['ldap.example:636', 'ldaps://ldap.example:636'],
  ['ldap://10.0.0.5:389/', 'ldap://10.0.0.5:389'],
])('the address %s is %s', (given, url) => {
  expect(accountsOf(DIRECTORY.replace('ldaps://ldap.example', given))).toMatchObject({ ldap_url: url })
})

test('the deepest scope of Harbor before 1.2 is the whole tree', () => {
  expect(accountsOf(`${DIRECTORY}ldap_scope = 3`)).toMatchObject({ ldap_scope: 2 })
})

test('empty keys say nothing', () => {
  expect(accountsOf(`${DIRECTORY}ldap_filter =\nldap_search_pwd =`)).not.toHaveProperty('ldap_filter')
})

test('samples of Harbor for a source that is not in use are ignored', () => {
  const text = 'auth_mode = db_auth\nldap_url = ldaps://ldap.mydomain.com\nldap_basedn = uid=%s,ou=people'
  expect(accountsOf(text)).toEqual({})
})

test('a provider of OpenID Connect may be given, and may be left to the portal', () => {
  expect(accountsOf('auth_mode = oidc_auth')).toEqual({ auth_mode: 'oidc_auth' })
  const provider = 'oidc_provider_url = https://id.example\noidc_client_id = berth\noidc_client_secret = s'
  expect(accountsOf(`auth_mode = oidc_auth\n${provider}`)).toEqual({
    auth_mode: 'oidc_auth',
    oidc_endpoint: 'https://id.example',
    oidc_client_id: 'berth',
    oidc_client_secret: 's',
  })
})

test('the same keys are taken in harbor.yml', () => {
  const text = 'auth_mode: ldap_auth\nldap_url: ldap.example\nldap_basedn: dc=example\nldap_verify_cert: false\n'
  expect(accountsOf(text, 'harbor.yml')).toMatchObject({ ldap_url: 'ldap://ldap.example', ldap_verify_cert: false })
})

test.each([
  ['auth_mode = ldap_auth\nldap_basedn = dc=a', 'harbor.cfg:1: auth_mode: ldap_auth needs ldap_url'],
  ['auth_mode = ldap_auth\nldap_url = a\nldap_basedn =', 'harbor.cfg:1: auth_mode: ldap_auth needs ldap_basedn'],
  [`${DIRECTORY}ldap_group_basedn = groups`, 'harbor.cfg:4: ldap_group_basedn: "groups" is not a DN'],
  [DIRECTORY.replace('ou=people', 'uid=%s,ou=people'), 'harbor.cfg:3: ldap_basedn: is the form of Harbor 0.1'],
  [DIRECTORY.replace('ldaps:', 'http:'), 'harbor.cfg:2: ldap_url: "http://ldap.example" is not an address'],
  [`${DIRECTORY}ldap_filter = (a=b`, 'harbor.cfg:4: ldap_filter: "(a=b" is not a filter'],
  [`${DIRECTORY}ldap_filter = a=b)(c=d`, 'harbor.cfg:4: ldap_filter: "(a=b)(c=d)" is not a filter'],
  [`${DIRECTORY}ldap_uid = uid=`, 'harbor.cfg:4: ldap_uid: "uid=" is not the name of an attribute'],
  [`${DIRECTORY}ldap_scope = sub`, 'harbor.cfg:4: ldap_scope: "sub" is not a whole number'],
  [`${DIRECTORY}ldap_verify_cert = maybe`, 'harbor.cfg:4: ldap_verify_cert: "maybe" is neither on nor off'],
  ['auth_mode = oidc_auth\noidc_provider_url = id', 'harbor.cfg:2: oidc_provider_url: is not an address'],
])('%j is refused', (text, start) => {
  const [fault, ...others] = readCfg(text, 'harbor.cfg').faults.map(describeFault)
  expect(others).toEqual([])
  expect(fault).toSatisfy((told: string) => told.startsWith(start))
})
