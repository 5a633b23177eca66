import { randomUUID } from 'node:crypto'
import { parseRepositoryName, parseUploadId } from '@berth/oci'
import { expect, it } from 'vitest'
import { UploadIds } from './upload-ids.js'

const ids = new UploadIds('00'.repeat(32))
const repository = parseRepositoryName('dev/app')

it('issues UUIDs of version 8 that are known again', () => {
  for (let count = 0; count < 50; count += 1) {
    const id = ids.issue(repository)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(id.startsWith(ids.mark(repository))).toBe(true)
    expect(ids.verify(id, repository)).toBe(true)
  }
  expect(ids.issue(repository)).not.toBe(ids.issue(repository))
})

it('does not take an id for one of another repository, another key, or one that nobody issued', () => {
  const id = ids.issue(repository)
  expect(ids.verify(id, parseRepositoryName('dev/app2'))).toBe(false)
  expect(new UploadIds('01'.repeat(32)).verify(id, repository)).toBe(false)
  expect(ids.verify(parseUploadId(randomUUID()), repository)).toBe(false)
  const forged = id.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))
  expect(ids.verify(parseUploadId(forged), repository)).toBe(false)
})
