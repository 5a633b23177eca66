import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, server } from '../testing/server'

test('a new page begins at its top for the keyboard, and sorting keeps it where it is', async () => {
  server.use(
    http.get(apiPath('/projects'), () => listAnswer([project('dev')])),
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(apiPath('/projects/dev/:list'), () => listAnswer([])),
  )
  await renderPortal('/projects')
  const header = await screen.findByRole('button', { name: 'Name' })
  header.focus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).not.toBeNull()
  expect(document.activeElement).toBe(header)
  await userEvent.click(await screen.findByRole('link', { name: 'dev' }))
  await screen.findByRole('link', { name: 'Members' })
  await expect.poll(() => document.activeElement?.id).toBe('content')
})
