import { expect, test } from 'vitest'
import { manifestParts } from './manifest-parts'

const digest = (letter: string) => `sha256:${letter.repeat(64)}`

test('children and the subject are told apart from what else has a digest', () => {
  const manifest = {
    config: { digest: digest('c') },
    manifests: [{ digest: digest('a') }, null],
    subject: { digest: digest('b') },
  }
  const parts = manifestParts(JSON.stringify(manifest))
  expect(parts.flatMap((part) => part.digest ?? [])).toEqual([digest('a'), digest('b')])
  expect(parts.map(({ text }) => text).join('')).toBe(JSON.stringify(manifest, undefined, 2))
})

test('what is no JSON is shown as it is', () => {
  expect(manifestParts('{"a":')).toEqual([{ text: '{"a":' }])
  expect(manifestParts('null')).toEqual([{ text: 'null' }])
})
