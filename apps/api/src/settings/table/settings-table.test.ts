import { describe, expect, it } from 'vitest'
import { readSeeds } from './seeds.js'
import { describeSetting } from './setting-row.js'
import { settingGroups, settingRows } from './settings-table.js'

describe('the table of settings', () => {
  it('has a row for each key of Harbor, in one group', () => {
    // Three are Berth's own: StartTLS, the certificate of a directory, and the longest life of access tokens.
    expect(settingRows.size).toBe(60)
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

  it.each([
    ['BERTH_TOKEN_EXPIRATION', '0'],
    ['BERTH_TOKEN_EXPIRATION', 'soon'],
    ['BERTH_SELF_REGISTRATION', 'maybe'],
    ['BERTH_PROJECT_CREATION_RESTRICTION', 'nobody'],
  ])('%s=%s is refused by name', (name, value) => {
    expect(() => readSeeds({ [name]: value })).toThrow(name)
  })
})
