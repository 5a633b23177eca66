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
  for (const limit of ['100', '0'])
    expect(() => refuseOver(limit)).toThrow(
      expect.objectContaining({ reason: 'QUOTA_EXCEEDED', parameters: { limit } }),
    )
  expect(() => refuseOver(null)).not.toThrow()
})
