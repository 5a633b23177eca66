import { describe, expect, it } from 'vitest'
import { readSeeds } from './seeds.js'
import { describeSetting } from './setting-row.js'
import { settingGroups, settingRows } from './settings-table.js'

describe('the table of settings', () => {
  it('has a row for each key of Harbor, in one group', () => {
    // Five are Berth's own: what mirrors are, StartTLS, the certificates of directory and provider, and the longest life of access tokens.
    expect(settingRows.size).toBe(62)
    expect([...settingGroups.values()].flatMap((rows) => Object.keys(rows))).toEqual([...settingRows.keys()])
  })

  it.each([...settingRows])('%s takes its own fallback', (_, row) => {
    expect(row.schema.parse(row.fallback)).toBe(row.fallback)
    // A first value is stored as it is.
    if (row.secret) expect(row.seed).toBeUndefined()
  })

  it('says of each row without a function that it has none', () => {
    const silent = [...settingRows].filter(([, row]) => !row.works).map(([, row]) => describeSetting(row))
    for (const text of silent) expect(text).toContain('nothing follows from it yet')
  })
})

describe('first values', () => {
  it('come from the variables that the rows name', () => {
    const env = { BERTH_SELF_REGISTRATION: 'off', BERTH_TOKEN_EXPIRATION: '45' }
    expect(readSeeds(env)).toEqual({ self_registration: false, token_expiration: 45 })
  })

  it('of any setting come in one object, which the variables of rows beat', () => {
    const first = { ldap_url: 'ldaps://directory.example', ldap_search_password: 'sesame', token_expiration: 20 }
    const env = { BERTH_FIRST_SETTINGS: JSON.stringify(first), BERTH_TOKEN_EXPIRATION: '45' }
    expect(readSeeds(env)).toEqual({ ...first, token_expiration: 45 })
    expect(readSeeds({ BERTH_FIRST_SETTINGS: '{}' })).toEqual({})
  })

  it.each([
    ['{"ldap_url":"http://directory.example"}', 'ldap_url is not an address'],
    ['{"ldap_urls":""}', 'ldap_urls is no setting'],
    ['{"__proto__":1,"ldap_scope":"2"}', 'ldap_scope'],
    ['[]', 'is no JSON object'],
    ['{', 'is no JSON object'],
  ])('in one object are refused by name: %s', (BERTH_FIRST_SETTINGS, said) => {
    expect(() => readSeeds({ BERTH_FIRST_SETTINGS })).toThrow(said)
  })

  it.each([
    ['BERTH_TOKEN_EXPIRATION', '0'],
    ['BERTH_TOKEN_EXPIRATION', 'soon'],
    ['BERTH_SELF_REGISTRATION', 'maybe'],
    ['BERTH_PROJECT_CREATION_RESTRICTION', 'nobody'],
  ])('%s=%s is refused by name', (name, value) => {
    expect(() => readSeeds({ [name]: value })).toThrow(name)
  })
})
