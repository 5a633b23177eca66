import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { externalUrlSettings, jobserviceSettings, seedSettings } from './settings.js'

afterEach(() => vi.unstubAllEnvs())

test('each class of jobs has as many workers as all are given, but for those that are given their own', () => {
  expect(jobserviceSettings().workers).toEqual({ delivery: 4, transfer: 4, scan: 4, upkeep: 4 })
  vi.stubEnv('BERTH_JOB_WORKERS', '10')
  vi.stubEnv('BERTH_JOB_WORKERS_DELIVERY', '32')
  expect(jobserviceSettings().workers).toEqual({ delivery: 32, transfer: 10, scan: 10, upkeep: 10 })
})

test('a secret whose file is empty, because it has served, is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'berth-config-'))
  const file = join(folder, 'admin-password')
  writeFileSync(file, 'Harbor12345\n')
  vi.stubEnv('BERTH_ADMIN_PASSWORD_FILE', file)
  expect(seedSettings().adminPassword).toBe('Harbor12345')
  writeFileSync(file, '')
  expect(seedSettings().adminPassword).toBeUndefined()
  rmSync(folder, { recursive: true })
})

test("the clients' address has no slash at its end, however it is written", () => {
  expect(externalUrlSettings().externalUrl).toBeUndefined()
  vi.stubEnv('BERTH_EXTERNAL_URL', 'https://berth.example//')
  expect(externalUrlSettings().externalUrl).toBe('https://berth.example')
})
