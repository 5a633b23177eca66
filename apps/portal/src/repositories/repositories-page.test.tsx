import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, server } from '../testing/server'

const repository = {
  id: 1,
  project_id: 2,
  name: 'dev/web/front',
  artifact_count: 163,
  pull_count: 37,
  creation_time: '2026-01-01T00:00:00.000Z',
  update_time: new Date(Date.now() - 2.5 * 86_400_000).toISOString(),
}
let repositories: object[]

beforeEach(() => {
  repositories = [repository]
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(apiPath('/projects/dev/summary'), () => HttpResponse.json({ repo_count: 1 })),
    http.get(apiPath('/projects/dev/repositories'), () => listAnswer(repositories)),
  )
})

test('deletes a repository, which nothing brings back, once its name is typed', async () => {
  const gone: string[] = []
  server.use(
    http.delete(/\/projects\/dev\/repositories\/[^/]+$/, ({ request }) => {
      gone.push(new URL(request.url).pathname)
      repositories = []
      return new HttpResponse()
    }),
  )
  await renderPortal('/projects/dev')
  await userEvent.click(await screen.findByRole('button', { name: 'Delete the repository dev/web/front' }))
  const dialog = await screen.findByRole('dialog')
  for (const part of ['163 artifacts and all tags go for good', 'pulled 37 times', '2 days ago'])
    expect(dialog.textContent).toContain(part)
  const yes = within(dialog).getByRole('button', { name: 'Delete the repository' })
  const name = within(dialog).getByRole('textbox')
  expect(yes).toHaveProperty('disabled', true)
  await userEvent.type(name, 'front')
  expect(yes).toHaveProperty('disabled', true)
  await userEvent.clear(name)
  await userEvent.type(name, 'web/front')
  expect(yes).toHaveProperty('disabled', false)
  expect(gone).toEqual([])
  await userEvent.click(yes)
  await screen.findByText('Repository dev/web/front is deleted.')
  expect(gone).toEqual(['/api/v2.0/projects/dev/repositories/web%252Ffront'])
})

test('says how to push in a drawer, where the keyboard reaches each line', async () => {
  await renderPortal('/projects/dev')
  await userEvent.click(await screen.findByRole('button', { name: 'How to push' }))
  const drawer = await screen.findByRole('dialog')
  const lines = await within(drawer).findAllByRole('button', { name: /^Copy / })
  expect(lines.length).toBeGreaterThanOrEqual(4)
  expect(within(drawer).getByText(/docker login registry\.example\.com -u admin/)).toBeTruthy()
  const reached = new Set<Element | null>()
  for (let times = 0; times < 20; times += 1) {
    await userEvent.tab()
    reached.add(document.activeElement)
  }
  expect(lines.filter((line) => !reached.has(line))).toEqual([])
  await userEvent.setup({ pointerEventsCheck: 0 }).click(within(drawer).getByRole('radio', { name: 'podman' }))
  expect(await within(drawer).findByText(/podman push/)).toBeTruthy()
})
