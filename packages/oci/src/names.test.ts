import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isRepositoryName,
  parseReference,
  pathInProject,
  parseRepositoryName,
  parseTag,
  parseUploadId,
  projectOf,
} from './names.js'

describe('repository names', () => {
  it.each([
    'dev',
    'dev/httpd',
    'a/b/c/d',
    'my-app',
    'a__b',
    'a_b',
    'a/b_c',
    'a/b--c.dd',
    'a.b',
    'a---b',
    '0/1',
    `a/${'b'.repeat(253)}`,
  ])('may be %s', (name) => {
    expect(parseRepositoryName(name)).toBe(name)
  })

  it.each([
    '',
    '/',
    'a/',
    '/a',
    'a//b',
    '..',
    'a/../b',
    'a/./b',
    'Upper',
    '-a',
    'a-',
    'a..b',
    'a___b',
    'a_.b',
    'a b',
    'a%2fb',
    'ä',
    'a\n',
    `a/${'b'.repeat(254)}`,
  ])('may not be %j', (name) => {
    expect(() => parseRepositoryName(name)).toThrow(expect.objectContaining({ code: 'NAME_INVALID' }))
  })

  it('never hold a path that leads elsewhere', () => {
    assert(
      property(string({ unit: constantFrom('a', '0', '.', '/', '-', '_'), maxLength: 30 }), (text) => {
        if (!isRepositoryName(text)) return
        expect(text.split('/').some((part) => part === '' || part.startsWith('.') || part.endsWith('.'))).toBe(false)
      }),
    )
  })

  it('are judged quickly, however they are made', () => {
    const started = performance.now()
    for (const text of ['a'.repeat(255), 'a-'.repeat(127), 'a/'.repeat(127), '_'.repeat(255)]) isRepositoryName(text)
    expect(performance.now() - started).toBeLessThan(50)
  })

  it('say where they are in their project', () => {
    expect(pathInProject(parseRepositoryName('dev/web/httpd'))).toBe('web/httpd')
  })

  it('belong to the project that is their first segment', () => {
    expect(projectOf(parseRepositoryName('dev/web/httpd'))).toBe('dev')
    expect(projectOf(parseRepositoryName('dev'))).toBe('dev')
  })
})

describe('references', () => {
  it('are tags, or digests where they hold a colon', () => {
    expect(parseReference('v7')).toEqual({ tag: 'v7' })
    const digest = `sha256:${'0'.repeat(64)}`
    expect(parseReference(digest)).toEqual({ digest })
    expect(() => parseReference('sha256:bad')).toThrow(expect.objectContaining({ code: 'DIGEST_INVALID' }))
  })

  it.each(['a', 'V1', '_x', 'v1.0-rc_1', '0', 'x'.repeat(128)])('take the tag %j', (tag) => {
    expect(parseTag(tag)).toBe(tag)
  })

  it.each(['', '.a', '-a', 'a/b', 'a b', 'a\n', 'ä', 'x'.repeat(129)])('refuse the tag %j', (tag) => {
    expect(() => parseTag(tag)).toThrow(expect.objectContaining({ code: 'TAG_INVALID' }))
  })
})

const id = '01234567-89ab-8def-8123-456789abcdef'

it('an upload id is a UUID in small letters', () => {
  expect(parseUploadId(id)).toBe(id)
})

it.each(['', '../../etc', id.toUpperCase(), `x${id}`, `${id}x`, id.replaceAll('-', ''), id.replace('-', 'a')])(
  'the upload id %j was never given out',
  (text) => {
    expect(() => parseUploadId(text)).toThrow(expect.objectContaining({ code: 'BLOB_UPLOAD_UNKNOWN' }))
  },
)

it('what is refused is told how it should be', () => {
  expect(() => parseRepositoryName('A')).toThrow(/lower-case segments .* 255 characters/)
  expect(() => parseTag('-')).toThrow(/at most 128 characters/)
})
