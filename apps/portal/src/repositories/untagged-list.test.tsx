import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, server } from '../testing/server'

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`
const artifact = {
  id: 7,
  digest,
  repository_name: 'dev/httpd',
  tags: null,
  type: 'IMAGE',
  size: 2048,
  push_time: '2026-01-01T00:00:00.000Z',
  pull_time: null,
}

test('lists what has no tag, and deletes it once it has said what that means', async () => {
  let artifacts = [artifact]
  let asked: string | null = null
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(apiPath('/users/current/permissions'), () =>
      HttpResponse.json([
        { resource: 'artifact', action: 'delete' },
        { resource: 'repository', action: 'push' },
      ]),
    ),
    http.get(/\/dev\/repositories\/httpd\/artifacts$/, ({ request }) => {
      asked = new URL(request.url).searchParams.get('q')
      return listAnswer(artifacts)
    }),
    http.get(/\/httpd\/artifacts\/[^/]+\/deletion$/, () =>
      HttpResponse.json({ digest, tags: [], tag_count: 0, accessories: [], parts: 0, frees: 1536 }),
    ),
    http.delete(/\/dev\/repositories\/httpd\/artifacts\/sha256/, () => {
      artifacts = []
      return new HttpResponse()
    }),
  )
  await renderPortal('/projects/dev/repositories/httpd?view=untagged')
  await userEvent.click(await screen.findByRole('button', { name: 'Delete sha256:0123456789ab' }))
  expect(asked).toBe('tags=nil')
  expect(await screen.findByRole('cell', { name: 'Image' })).toBeTruthy()
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toContain('For 7 days this can be restored')
  expect(dialog.textContent).toContain('1.5 KiB that nothing else in this project needs become free in 7 days')
  expect(artifacts).toHaveLength(1)
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete the artifact' }))
  expect(await screen.findByText('Everything here has a tag')).toBeTruthy()
  await waitFor(() => expect(dialog.className).toContain('leave-active'))
  fireEvent(dialog, new Event('webkitAnimationEnd'))
  await expect.poll(() => document.activeElement?.tagName).toBe('TABLE')
})
