import { describe, expect, it } from 'vitest'
import { parseHtpasswd } from './htpasswd-file.js'

const hash = `$2y$05$${'a'.repeat(53)}`

describe('parseHtpasswd', () => {
  it('reads users and ignores comments and blank lines', () => {
    const { entries } = parseHtpasswd(`# people\n\n  bob:${hash}\r\nann:${hash}\n`)
    expect([...entries.keys()]).toEqual(['bob', 'ann'])
    expect(entries.get('bob')).toBe(hash.replace('$2y', '$2b'))
  })

  it('names users whose hash is no bcrypt', () => {
    expect(parseHtpasswd('old:$apr1$abc$def\nplain:secret\n').unusable).toEqual(['old', 'plain'])
  })

  it('refuses a line without a colon, by number', () => {
    expect(() => parseHtpasswd(`bob:${hash}\nnonsense\n`)).toThrow('line 2')
  })
})
