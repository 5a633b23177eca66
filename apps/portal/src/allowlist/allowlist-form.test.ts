import { expect, test } from 'vitest'
import { formOf, listOf } from './allowlist-form'

test('takes ids however they are pasted, each once, until the end of a day', () => {
  expect(listOf({ cves: ' CVE-2026-1, CVE-2026-2\nCVE-2026-1；GHSA-x ', until: '2026-12-31' })).toEqual({
    items: [{ cve_id: 'CVE-2026-1' }, { cve_id: 'CVE-2026-2' }, { cve_id: 'GHSA-x' }],
    expires_at: Date.UTC(2026, 11, 31, 23, 59, 59) / 1000,
  })
  expect(listOf({ cves: '', until: '' })).toEqual({ items: [] })
})

test('shows what was saved', () => {
  const form = { cves: 'CVE-2026-1\nCVE-2026-2', until: '2026-12-31' }
  expect(formOf(listOf(form))).toEqual(form)
  expect(formOf()).toEqual({ cves: '', until: '' })
})
