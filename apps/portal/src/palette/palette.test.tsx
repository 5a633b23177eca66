import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, server } from '../testing/server'

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`
const page = '/projects/dev/repositories/httpd'

beforeEach(() => {
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(apiPath('/search'), () => HttpResponse.json({ project: [], repository: [] })),
    http.get(/\/dev\/repositories\/httpd\/artifacts\/[^/]+$/, ({ request }) =>
      decodeURIComponent(request.url).includes(digest)
        ? HttpResponse.json({})
        : HttpResponse.json({ errors: [] }, { status: 404 }),
    ),
    http.get(/\/dev\/repositories\/httpd\/artifacts\/[^/]+\/referrers$/, () => HttpResponse.json([])),
    http.get(/\/dev\/repositories\/httpd\/tags$/, ({ request }) => {
      const q = new URL(request.url).searchParams.get('q') ?? ''
      return listAnswer(q === 'name=~v1.10' ? [{ name: 'v1.10.4', digest }] : [])
    }),
  )
})

async function find(text: string) {
  const router = await renderPortal(page)
  // The key is heard once the frame is there.
  await screen.findByRole('main')
  await userEvent.keyboard('{Control>}k{/Control}')
  await userEvent.type(await screen.findByRole('combobox', { name: 'A name, or a pasted pull command' }), text)
  return router
}

test('finds tags of the repository that is open', async () => {
  const router = await find('v1.10')
  await userEvent.click(await screen.findByRole('option', { name: /httpd:v1\.10\.4/ }))
  await expect.poll(() => router.state.location.pathname).toBe('/projects/dev/artifacts/httpd:v1.10.4')
})

test('finds an artifact of it by its whole digest, and no other', async () => {
  await find(`sha256:${'f'.repeat(64)}`)
  await screen.findByText(/^Nothing found/)
  const box = screen.getByRole('combobox', { name: 'A name, or a pasted pull command' })
  await userEvent.clear(box)
  await userEvent.type(box, digest)
  await screen.findByRole('option', { name: /dev\/httpd@sha256:0123456789ab/ })
})
