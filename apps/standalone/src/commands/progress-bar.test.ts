import { expect, it } from 'vitest'
import { formatBytes, progressLine } from './progress-bar.js'

const counts = { repositories: 0, manifests: 3, tags: 0, skipped: 2, linkedBlobs: 0, copiedBlobs: 0, bytes: 1536 }

it('shows done of all', () => {
  expect(progressLine(counts, 10, 'dev/httpd')).toBe(
    '[###############---------------]  50%  5/10 manifests  1.5 KiB  dev/httpd',
  )
  expect(progressLine({ ...counts, manifests: 0, skipped: 0 }, 0, 'x')).toContain('100%')
})

it('writes bytes for people', () => {
  expect([0, 1023, 1024, 5 * 1024 ** 3, 3000 * 1024 ** 4].map(formatBytes)).toEqual([
    '0 B',
    '1023 B',
    '1.0 KiB',
    '5.0 GiB',
    '3000.0 TiB',
  ])
})
