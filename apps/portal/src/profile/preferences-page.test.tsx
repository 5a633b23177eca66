import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'

test('keeps language, theme, times and client in this browser, and shows them at once', async () => {
  await renderPortal('/profile/preferences')
  await userEvent.click(await screen.findByRole('radio', { name: 'Dark' }))
  expect(document.documentElement.dataset['theme']).toBe('dark')
  await userEvent.click(screen.getByRole('radio', { name: 'Date and time in UTC' }))
  await userEvent.click(screen.getByRole('radio', { name: 'Compact' }))
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Client' }), 'podman')
  await userEvent.click(screen.getByRole('radio', { name: '中文' }))
  await screen.findByRole('heading', { name: '偏好设置' })
  expect(
    ['berth-theme', 'berth-time-format', 'berth-pull-tool', 'berth-language'].map((key) => localStorage.getItem(key)),
  ).toEqual(['dark', 'utc', 'podman', 'zh-CN'])
  expect(localStorage.getItem('berth-density')).toBe('compact')
})
