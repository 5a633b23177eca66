import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { server } from '../testing/server'

const at = /\/dev\/repositories\/httpd$/
let description: string | undefined
beforeEach(() => {
  description = '# Web server\n\nAsk [us](https://ops.example).'
  server.use(
    http.get(at, () => HttpResponse.json({ id: 1, name: 'dev/httpd', description })),
    http.put(at, async ({ request }) => {
      description = ((await request.json()) as { description: string }).description
      return new HttpResponse()
    }),
    http.get(/\/dev\/repositories\/httpd\/usage$/, () =>
      HttpResponse.json({ size: 3072, own_size: 1024, shared_size: 2048, counted_at: '2026-01-01T00:00:00.000Z' }),
    ),
  )
})

test('lays out the description, and shows what the repository holds', async () => {
  await renderPortal('/projects/dev/repositories/httpd?view=about')
  expect(await screen.findByRole('heading', { name: 'Web server' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'us' }).getAttribute('rel')).toContain('noopener')
  const usage = await screen.findByRole('region', { name: 'What this repository holds' })
  expect(within(usage).getByText('3 KiB stored')).toBeTruthy()
  expect(within(usage).getByRole('img', { name: '1 KiB only here, 2 KiB shared' })).toBeTruthy()
})

test('changes it, after a look at how it will be', async () => {
  await renderPortal('/projects/dev/repositories/httpd?view=about')
  const user = userEvent.setup({ pointerEventsCheck: 0 })
  await user.click(await screen.findByRole('button', { name: 'Change' }))
  const field = screen.getByRole('textbox', { name: 'Description in Markdown' })
  await user.clear(field)
  await user.type(field, '## Proxy')
  await user.click(screen.getByRole('radio', { name: 'Preview' }))
  expect(await screen.findByRole('heading', { name: 'Proxy', level: 3 })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await expect.poll(() => description).toBe('## Proxy')
  expect(await screen.findByRole('button', { name: 'Change' })).toBeTruthy()
})

test('asks for one where there is none', async () => {
  description = undefined
  await renderPortal('/projects/dev/repositories/httpd?view=about')
  await userEvent.setup({ pointerEventsCheck: 0 }).click(await screen.findByRole('button', { name: 'Write one' }))
  expect(screen.getByRole('textbox', { name: 'Description in Markdown' })).toBeTruthy()
})
