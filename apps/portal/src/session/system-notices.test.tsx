import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, refusal, server } from '../testing/server'

const says = (info: object) =>
  server.use(http.get(apiPath('/systeminfo'), () => HttpResponse.json({ self_registration: true, ...info })))

test('shows the message of the administrators, and that nothing can be changed', async () => {
  says({ banner_message: 'Maintenance at 22:00', read_only: true })
  await renderPortal('/projects')
  await screen.findByText('Maintenance at 22:00')
  await screen.findByText(/read-only mode/)
})

test('closes a message that may be closed, until it says something else', async () => {
  const banner = { message: 'Moving on Friday', type: 'warning', closable: true, fromDate: '01/01/2026' }
  says({ banner_message: JSON.stringify(banner) })
  await renderPortal('/projects')
  await screen.findByText('Moving on Friday')
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByText('Moving on Friday')).toBeNull()
  cleanup()
  await renderPortal('/projects')
  await screen.findByRole('heading', { name: 'Projects' })
  expect(screen.queryByText('Moving on Friday')).toBeNull()
  cleanup()
  says({ banner_message: JSON.stringify({ ...banner, message: 'Moving on Monday' }) })
  await renderPortal('/projects')
  await screen.findByText('Moving on Monday')
})

test('tells everybody that nothing can be pushed, while the disk is full', async () => {
  says({ storage_full: true })
  await renderPortal('/projects')
  await screen.findByText(/disk is full/)
})

test('shows the message to visitors, too', async () => {
  says({ banner_message: 'Maintenance at 22:00' })
  server.use(http.get(apiPath('/users/current'), () => refusal(401, 'UNAUTHORIZED', 'Sign in first.')))
  await renderPortal('/sign-in')
  await screen.findByText('Maintenance at 22:00')
})

test('says nothing where there is nothing to say', async () => {
  says({ banner_message: '', read_only: false })
  await renderPortal('/projects')
  await screen.findByRole('heading', { name: 'Projects' })
  expect(screen.queryByText(/read-only mode/)).toBeNull()
  expect(screen.queryByText(/disk is full/)).toBeNull()
})
