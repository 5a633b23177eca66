import { describe, expect, it } from 'vitest'
import { errorLanguage } from './error-language.js'

describe('errorLanguage', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en-US,en;q=0.9,zh;q=0.8', 'en'],
    ['zh', 'zh'],
    ['de, zh-TW;q=0.3', 'zh'],
    ['de', 'en'],
    ['zh;q=0', 'en'],
  ] as const)('of %j is %s', (header, language) => {
    expect(errorLanguage(header)).toBe(language)
  })
})
