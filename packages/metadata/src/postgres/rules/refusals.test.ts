import { expect, it } from 'vitest'
import { refusePart } from './parts.js'
import { refuseOver } from './quota.js'

it('a part of an index is refused by its reference', () => {
  expect(() => refusePart(true, 'sha256:a')).toThrow(
    expect.objectContaining({ reason: 'ARTIFACT_REFERENCED', parameters: { reference: 'sha256:a' } }),
  )
  expect(() => refusePart(false, 'sha256:a')).not.toThrow()
})

it('what passes a limit is refused with it, be it none at all', () => {
  const limits = {
    '0': '0 bytes',
    '100': '100 bytes',
    '10485760': '10 MiB',
    '1610612736': '1.5 GiB',
    '1500': '1.46 KiB',
  }
  for (const [bytes, limit] of Object.entries(limits))
    expect(() => refuseOver(bytes)).toThrow(
      expect.objectContaining({ reason: 'QUOTA_EXCEEDED', parameters: { limit } }),
    )
  expect(() => refuseOver(null)).not.toThrow()
})
