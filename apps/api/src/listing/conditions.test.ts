import { describe, expect, it } from 'vitest'
import { containing } from './list-statement.js'
import { statement, text } from './thing-view.test.support.js'

describe('what q asks of a list', () => {
  it.each([
    ['name=x', 't.name = $2::text', 'x'],
    ['name="a b"', 't.name = $2::text', 'a b'],
    ['name=~50%_\\', 't.name ilike $2', '%50\\%\\_\\\\%'],
    ['id=5', 't.id = $2::bigint', 5],
    ['open=true', 't.open = $2::boolean', true],
    ['at=2026-01-02T03:04:05', 't.at = $2::timestamptz', '2026-01-02T03:04:05.000Z'],
    ['kind=x', 't.kind = $2', 'x'],
    ['digest=~sha256:0f', 't.digest >= $2 and t.digest < $3', 'sha256:0f'],
    ['id=[3~]', 't.id >= $2::bigint', 3],
    // What Harbor's clients send encoded twice.
    ['name%3Dx', 't.name = $2::text', 'x'],
    ['name=~p%252Fapp', 't.name ilike $2', '%p\\%2Fapp%'],
    ['kind=application/vnd.oci+json', 't.kind = $2', 'application/vnd.oci+json'],
    ['name={\'a\' "b"}', 't.name in ($2::text,$3::text)', 'a'],
    ['name=\\~x', 't.name = $2::text', '~x'],
    ['name=a,name=b', 't.name = $2::text', 'b'],
    ['Name=x', 't.name = $2::text', 'x'],
    ['ID=[~7]', 't.id <= $2::bigint', 7],
    ['open=Yes', 't.open = $2::boolean', true],
  ])('reads q=%s', (q, sqlText, value) => {
    const built = statement({ q })
    expect(built.text).toContain(sqlText)
    expect(built.values[1]).toBe(value)
  })

  it('reads ranges, lists and what is more than one field', () => {
    expect(text({ q: 'at=[2026-01-01~2026-02-01],name={a b}' })).toContain(
      't.owner = $1 and t.at >= $2::timestamptz and t.at < $3::timestamptz and t.name in ($4::text,$5::text)',
    )
    expect(text({ q: 'colour=red' })).toContain('t.owner = $1 and t.red')
  })

  it.each([
    ['2026-03-31', '2026-04-01T00:00:00.000Z'],
    ['2026-03-31T12:00:00', '2026-03-31T12:00:01.000Z'],
    ['2026-03-31T12:00:00.123Z', '2026-03-31T12:00:00.124Z'],
    ['2026-03-31T12:00:00+02:00', '2026-03-31T10:00:01.000Z'],
    ['9999-12-31', 'infinity'],
  ])('a range up to %s has all of the day, second or millisecond', (max, end) => {
    expect(statement({ q: `at=[~${max}]` }).values[1]).toBe(end)
  })

  it('a date is a whole day', () => {
    const built = statement({ q: 'at=2026-03-31' })
    expect(built.text).toContain('t.at >= $2::timestamptz and t.at < $3::timestamptz')
    expect(built.values.slice(1, 3)).toEqual(['2026-03-31T00:00:00.000Z', '2026-04-01T00:00:00.000Z'])
  })

  it.each([
    'name',
    '=x',
    'name=',
    'name=~',
    'id=x',
    'id=~1',
    'open=maybe',
    'at=yesterday',
    'at=2026-13-45',
    'at=2026-02-30',
    'at=[2025-02-29~]',
    'at=2026-01-01T24:00:00',
    'at=0000-01-01',
    'at=[~9999-12-31T23:59:59-01:00]',
    'id=[1]',
    'id=[~]',
    'id=[1~2',
    'name=a\0',
    'kind=~x',
    'digest=~0f',
  ])('refuses q=%j with BAD_QUERY', (q) => {
    expect(() => statement({ q })).toThrow(expect.objectContaining({ reason: 'BAD_QUERY' }))
  })

  it.each(['nope=1', 'constructor=1', 'name={}', 'name=()', 'name=(a b)', 'kind=(a b)', 'tostring=1'])(
    'asks nothing for q=%j, as Harbor does',
    (q) => {
      expect(statement({ q }).sql).toBe(statement({}).sql)
    },
  )

  it('takes every character for itself in what is looked for within a text', () => {
    expect(containing('50%_\\')).toBe('%50\\%\\_\\\\%')
    expect(containing('a\0b')).toBe('%ab%')
  })

  it.each([
    ['kind=~x', '"kind" is compared as a whole: use "=", or {} with some of its values'],
    ['digest=~0f', '"digest" takes a digest, or ~ and how one begins: ~sha256:0123'],
    ['digest=~xsha256:0f', '"digest" takes a digest, or ~ and how one begins: ~sha256:0123'],
    ['digest=~sha256:0g', '"digest" takes a digest, or ~ and how one begins: ~sha256:0123'],
    ['id=1x', '"id" is compared with "1x", which is no integer'],
    ['id=x1', '"id" is compared with "x1", which is no integer'],
    ['id=1.5', '"id" is compared with "1.5", which is no integer'],
    ['id=0x1', '"id" is compared with "0x1", which is no integer'],
    ['id=9007199254740993', '"id" is compared with "9007199254740993", which is no integer'],
    ['open=nope', '"open" is compared with "nope", which is neither true nor false'],
    ['open=xoff', '"open" is compared with "xoff", which is neither true nor false'],
    ['at=x2026-01-01', '"at" is compared with "x2026-01-01", which is no time such as 2026-01-02T15:04:05'],
    ['id=~1', '"id" is no text: use "=" without "~"'],
  ])('says what is wrong with q=%s', (q, detail) => {
    expect(() => statement({ q })).toThrow(expect.objectContaining({ parameters: { detail } }))
  })

  it.each([
    ['id=-12', 't.id = $2::bigint', [-12]],
    ['open=no', 't.open = $2::boolean', [false]],
    ['open=FALSE', 't.open = $2::boolean', [false]],
    ['kind={a b}', 't.kind in ($2,$3)', ['a', 'b']],
    ['digest=sha256:0f', 't.digest = $2', ['sha256:0f']],
    ['digest={a b}', 't.digest in ($2,$3)', ['a', 'b']],
    ['digest=~sha512:', 't.digest >= $2 and t.digest < $3', ['sha512:', 'sha512:g']],
    ['name=[a~b]', 't.name >= $2::text and t.name <= $3::text', ['a', 'b']],
    ['at=2026-01-02T03:04:05+08:00', 't.at = $2::timestamptz', ['2026-01-01T19:04:05.000Z']],
    ['at=0001-01-01T00:00:00Z', 't.at = $2::timestamptz', ['0001-01-01T00:00:00.000Z']],
    ['at=[~9998-12-31]', 't.at < $2::timestamptz', ['9999-01-01T00:00:00.000Z']],
  ])('asks for q=%s', (q, condition, values) => {
    const built = statement({ q })
    expect(built.text).toContain(condition)
    expect(built.values.slice(1, 1 + values.length)).toEqual(values)
  })
})
