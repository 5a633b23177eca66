import { describe, expect, it } from 'vitest'
import { referencedDigests } from './referenced-digests.js'

const [one, two] = [`sha256:${'1'.repeat(64)}`, `sha512:${'2'.repeat(128)}`]
const bytes = (text: string) => new TextEncoder().encode(text)

describe('referencedDigests', () => {
  it('finds what manifests of every form mention', () => {
    const oci = { config: { digest: one }, layers: [{ digest: two }] }
    expect([...referencedDigests(bytes(JSON.stringify(oci)))]).toEqual([one, two])
    expect([...referencedDigests(bytes(JSON.stringify({ fsLayers: [{ blobSum: one }] })))]).toEqual([one])
  })

  it('is not deceived by escapes', () => {
    expect([...referencedDigests(bytes(`{"digest":"sha256\\u003a${'1'.repeat(64)}"}`))]).toEqual([one])
  })

  it('finds digests in what is no JSON', () => {
    expect([...referencedDigests(bytes(`{"digest":"${one}"`))]).toEqual([one])
  })
})
