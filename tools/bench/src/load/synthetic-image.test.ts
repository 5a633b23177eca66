import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeBlob, makeImage, sha256 } from './synthetic-image.js'

test('a blob has the size and digest it says', () => {
  const blob = makeBlob(3 * 1024 * 1024 + 5)
  const bytes = Buffer.concat(blob.pieces())
  expect(bytes.length).toBe(blob.size)
  expect(blob.digest).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`)
})

test('no two blobs are the same', () => {
  expect(makeBlob(1024).digest).not.toBe(makeBlob(1024).digest)
})

test('an image names its config and layers', () => {
  const image = makeImage(2, 1024)
  expect(JSON.parse(image.manifest.toString())).toMatchObject({
    config: { digest: image.config.digest, size: image.config.size },
    layers: image.layers.map(({ digest, size }) => ({ digest, size })),
  })
  expect(image.digest).toBe(sha256(image.manifest))
})
