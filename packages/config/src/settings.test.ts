import { afterEach, expect, test, vi } from 'vitest'
import { jobserviceSettings } from './settings.js'

afterEach(() => vi.unstubAllEnvs())

test('each class of jobs has as many workers as all are given, but for those that are given their own', () => {
  expect(jobserviceSettings().workers).toEqual({ delivery: 4, transfer: 4, scan: 4, upkeep: 4 })
  vi.stubEnv('BERTH_JOB_WORKERS', '10')
  vi.stubEnv('BERTH_JOB_WORKERS_DELIVERY', '32')
  expect(jobserviceSettings().workers).toEqual({ delivery: 32, transfer: 10, scan: 10, upkeep: 10 })
})
