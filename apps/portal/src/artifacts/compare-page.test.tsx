import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, refusal, server } from '../testing/server'

const digest = (letter: string) => `sha256:${letter.repeat(64)}`
const at = '2026-01-01T00:00:00.000Z'
const artifact = (name: string, env: string) => ({
  id: 1,
  type: 'IMAGE',
  digest: digest(name),
  references: null,
  tags: [],
  annotations: null,
  addition_links: {},
  extra_attrs: { config: { Env: ['PATH=/bin', env] } },
})
const layer = (name: string, size: number, by: string) => ({
  digest: digest(name),
  media_type: 'x',
  size,
  created_by: by,
})

beforeEach(() => {
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(/\/dev\/repositories\/httpd\/tags$/, () => listAnswer([{ name: 'v1' }, { name: 'v2' }, { name: 'v3' }])),
    http.get(/\/dev\/repositories\/httpd\/artifacts\/[^/]+$/, ({ request }) =>
      HttpResponse.json(
        request.url.includes('/v1') || request.url.includes('aaa') ? artifact('a', 'A=1') : artifact('b', 'A=2'),
      ),
    ),
    http.get(/\/dev\/repositories\/httpd\/artifacts\/[^/]+\/layers$/, ({ request }) =>
      HttpResponse.json([
        layer('c', 2048, 'ADD base /'),
        request.url.includes('aaa') ? layer('d', 512, 'RUN old') : layer('e', 1024, 'RUN new'),
      ]),
    ),
  )
})

test('says what a pull of the one still downloads, and what else is not the same', async () => {
  await renderPortal('/projects/dev/compare/httpd?from=v1&to=v2')
  expect(await screen.findByText('Whoever has httpd:v1 downloads 1 KiB more for httpd:v2.')).toBeTruthy()
  expect(screen.getByText('2 KiB in both')).toBeTruthy()
  const rows = within(screen.getByRole('table', { name: 'Environment' })).getAllByRole('row')
  expect(rows.slice(1).map((row) => row.textContent)).toEqual(['A12'])
  expect(screen.getByText('The first 1 step is the same.')).toBeTruthy()
})

test('keeps in the address what is compared', async () => {
  const router = await renderPortal('/projects/dev/compare/httpd?to=v2')
  expect(await screen.findByText('Choose two tags.')).toBeTruthy()
  await screen.findAllByRole('option', { name: 'v1' })
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Before' }), 'v1')
  await screen.findByText(/^Whoever has httpd:v1/)
  expect(router.state.location.search).toEqual({ from: 'v1', to: 'v2' })
})

const events = [
  {
    id: 3,
    tag: 'v1',
    action: 'delete',
    from_digest: digest('b'),
    to_digest: null,
    actor: 'mara',
    at,
    restorable: true,
    expires_at: new Date(Date.now() + 3.5 * 86_400_000).toISOString(),
  },
  {
    id: 2,
    tag: 'v1',
    action: 'move',
    from_digest: digest('a'),
    to_digest: digest('b'),
    actor: 'mara',
    at,
    restorable: false,
    expires_at: null,
  },
]

test('a tag that is gone tells what became of it, and comes back', async () => {
  let restored = ''
  server.use(
    http.get(/\/dev\/repositories\/httpd\/artifacts\/v1$/, () => refusal(404, 'NOT_FOUND', 'There is no artifact v1.')),
    http.get(/\/httpd\/artifacts\/v1\/referrers$/, () => refusal(404, 'NOT_FOUND', 'There is no artifact v1.')),
    http.get(/\/httpd\/tags\/v1\/history$/, () => listAnswer(events)),
    http.post(/\/httpd\/tags\/v1\/history\/\d+\/restore$/, ({ request }) => {
      restored = request.url
      return HttpResponse.json({ digest: digest('b'), tags: ['v1'], taken_tags: [], missing: [] })
    }),
  )
  await renderPortal('/projects/dev/artifacts/httpd:v1')
  const table = await screen.findByRole('table', { name: 'History of v1' })
  expect(
    within(table)
      .getAllByText(/Gone for good/)
      .map(({ textContent }) => textContent),
  ).toEqual(['Gone for good in 3 days'])
  expect(within(table).getByRole('link', { name: 'Compare' }).getAttribute('href')).toContain('/compare/httpd?from=')
  await userEvent.click(within(table).getByRole('button', { name: 'Point the tag at sha256:bbbbbbbbbbbb again' }))
  await userEvent.click(
    within(await screen.findByRole('dialog')).getByRole('button', { name: 'Point the tag there again' }),
  )
  expect(await screen.findByText('v1 points to sha256:bbbbbbbbbbbb again.')).toBeTruthy()
  expect(restored).toContain('/history/3/restore')
})

test('the history of a tag names digests on a phone by what tells them apart', async () => {
  window.innerWidth = 320
  server.use(
    http.get(/\/dev\/repositories\/httpd\/artifacts\/v1(\/referrers)?$/, () => refusal(404, 'NOT_FOUND', 'Gone.')),
    http.get(/\/httpd\/tags\/v1\/history$/, () => listAnswer(events)),
  )
  await renderPortal('/projects/dev/artifacts/httpd:v1')
  const table = await screen.findByRole('table', { name: 'History of v1' })
  expect(within(table).getByText('aaaaaaaaaaaa').parentElement?.textContent).toBe('aaaaaaaaaaaa → bbbbbbbbbbbb')
})
