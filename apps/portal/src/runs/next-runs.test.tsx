import { render, screen } from '@testing-library/react'
import { Form } from 'antd'
import { afterEach, expect, test, vi } from 'vitest'
import { startI18n } from '../i18n/i18n'
import { NextRuns } from './next-runs'

afterEach(() => vi.unstubAllEnvs())

test.each([
  ['Asia/Kolkata', /, 5:30\sAM · .*, 12:00\sAM UTC$/],
  ['UTC', /^[^·]*, 12:00\sAM UTC$/],
])('says to a reader in %s when a job runs by their clock and in UTC', async (zone, expected) => {
  vi.stubEnv('TZ', zone)
  localStorage.setItem('berth-language', 'en-US')
  await startI18n()
  render(
    <Form initialValues={{ type: 'Daily' }}>
      <Form.Item name="type" noStyle>
        <input />
      </Form.Item>
      <NextRuns />
    </Form>,
  )
  const runs = await screen.findAllByRole('listitem')
  expect(runs).toHaveLength(5)
  for (const run of runs) expect(run.textContent).toMatch(expected)
})
