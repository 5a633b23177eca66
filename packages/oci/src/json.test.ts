import { describe, expect, it } from 'vitest'
import { parseJson } from './json.js'

const parse = (text: string) => parseJson(Buffer.from(text))

describe('JSON of a client', () => {
  it('is read as any other', () => {
    const value = { a: [1, { b: null }], 'c"d\\': 'x{[,:', e: '\\"', '': true }
    expect(parse(JSON.stringify(value))).toEqual(value)
    expect(parse(JSON.stringify(value, undefined, 2))).toEqual(value)
    // A part of a larger piece of memory.
    expect(parseJson(Buffer.from('xx[1]xx').subarray(2, 5))).toEqual([1])
  })

  it('is nested a hundred deep and no more', () => {
    expect(() => parse('['.repeat(100) + ']'.repeat(100))).not.toThrow()
    expect(() => parse('['.repeat(101) + ']'.repeat(101))).toThrow('nested more than 100 deep')
    expect(() => parse('{"a":'.repeat(101) + '1' + '}'.repeat(101))).toThrow('nested more than 100 deep')
    expect(() => parse(`[${'[[]],'.repeat(60)}1]`)).not.toThrow()
  })

  it('holds a hundred thousand values and no more', () => {
    // The list is one itself.
    expect(() => parse(`[${'1,'.repeat(99_998)}1]`)).not.toThrow()
    expect(() => parse(`[${'1,'.repeat(99_999)}1]`)).toThrow('holds more than 100000 values')
    expect(() => parse(`[${'[],'.repeat(49_999)}1]`)).not.toThrow()
    expect(() => parse(`[${'{},'.repeat(50_000)}1]`)).toThrow('holds more than 100000 values')
  })

  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"b":{"a":1},"a":1,"c":[{"x":1,"x":2}]}', 'x'],
    ['{"a" :1,"\\u0061"\n\t\r :2}', 'a'],
    ['{"":1,"":2}', ''],
    ['{"a\\"":1,"a\\"":2}', 'a\\"'],
  ])('names no member twice: %s', (text, name) => {
    expect(() => parse(text)).toThrow(`an object names "${name}" twice`)
  })

  it.each(['{"a":{"a":1},"b":{"a":1}}', '[{"a":1},{"a":1}]', '{"a":"b","b":"a"}', '{"a":["a","a"]}'])(
    'may name a member again elsewhere: %s',
    (text) => {
      expect(parse(text)).toEqual(JSON.parse(text))
    },
  )

  it('names of a name no more than anybody reads', () => {
    const name = 'n'.repeat(200)
    expect(() => parse(`{"${name}":1,"${name}":2}`)).toThrow(`an object names "${'n'.repeat(100)}" twice`)
  })

  it.each(['', '{', '"', '"a', '"a\\', '{"a":1}}', '{"a"', ']', 'nonsense', '\ufeff{}'])('%j is none', (text) => {
    expect(() => parse(text)).toThrow(SyntaxError)
  })

  it('is UTF-8', () => {
    expect(() => parseJson(Buffer.of(0x22, 0xff, 0x22))).toThrow(TypeError)
    expect(parse('"密码"')).toBe('密码')
  })
})
