import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, server } from '../testing/server'

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`
const none = { rows: [], more: false }

function withFound(found: object) {
  const asked: string[] = []
  server.use(
    http.get(apiPath('/search/all'), ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json({ projects: none, repositories: none, tags: none, artifacts: none, ...found })
    }),
  )
  return asked
}

test('shows all that is called so by its kind, and the next page of each', async () => {
  const where = { repository_name: 'dev/team/app', project_name: 'dev' }
  const asked = withFound({
    projects: { rows: [{ project_id: 2, name: 'golden', public: false, repo_count: 1 }], more: false },
    tags: { rows: [{ ...where, name: 'gold-1', digest, push_time: '2026-01-01T00:00:00Z' }], more: true },
    artifacts: { rows: [{ ...where, digest, type: 'IMAGE', matched: 'label', tag: 'v9' }], more: false },
  })
  const router = await renderPortal('/search?q=gold')
  const target = async (name: string) => (await screen.findByRole('link', { name })).getAttribute('href')
  expect(await target('golden')).toBe('/projects/golden/overview')
  expect(await target('dev/team/app:gold-1')).toBe('/projects/dev/artifacts/team/app:gold-1')
  expect(await target('dev/team/app:v9')).toBe('/projects/dev/artifacts/team/app:v9')
  expect(screen.getByText('By its label')).toBeTruthy()
  expect(screen.queryByRole('heading', { name: 'Repositories' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Page before' })).toHaveProperty('disabled', true)
  await userEvent.click(screen.getByRole('button', { name: 'Next page' }))
  await expect.poll(() => router.state.location.search).toEqual({ q: 'gold', page: 2 })
  await expect.poll(() => asked).toEqual(['?q=gold&page=1&page_size=25', '?q=gold&page=2&page_size=25'])
})

test('says that nothing is called so, and asks nothing without a word', async () => {
  const asked = withFound({})
  await renderPortal('/search')
  const box = await screen.findByRole('textbox')
  expect(asked).toEqual([])
  await userEvent.type(box, 'nowhere')
  expect(await screen.findByRole('heading', { name: 'Nothing found' })).toBeTruthy()
})

test('a page behind the last one says so, and leads back', async () => {
  withFound({})
  const router = await renderPortal('/search?q=gold&page=90')
  expect(await screen.findByRole('heading', { name: 'The list ends before this page' })).toBeTruthy()
  expect(screen.queryByText('Nothing found')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'To the first page' }))
  await expect.poll(() => router.state.location.search).toEqual({ q: 'gold' })
  expect(await screen.findByRole('heading', { name: 'Nothing found' })).toBeTruthy()
})
