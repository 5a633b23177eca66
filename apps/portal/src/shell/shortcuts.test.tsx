import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { switchShortcuts } from '../components/shortcut-keys'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, server } from '../testing/server'

beforeEach(() => {
  switchShortcuts(true)
  server.use(http.get(apiPath('/projects'), () => listAnswer([project('dev')])))
})

async function open(path = '/projects') {
  const router = await renderPortal(path)
  await screen.findByRole('main')
  return router
}

test('? shows the shortcuts, and nothing is heard behind the dialog', async () => {
  const router = await open()
  await userEvent.keyboard('?')
  const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
  expect([...dialog.querySelectorAll('dt')].map(({ textContent }) => textContent)).toEqual([
    'Ctrl K',
    '/',
    'jk',
    'Enter',
    'c',
    'gh',
    'gp',
    '?',
  ])
  within(dialog).getByRole('button', { name: 'Close' }).focus()
  await userEvent.keyboard('gh')
  expect(router.state.location.pathname).toBe('/projects')
})

test('g with a letter leads to a page, pressed before anything is loaded as well', async () => {
  const router = await open('/profile/preferences')
  await userEvent.keyboard('gp')
  await expect.poll(() => router.state.location.pathname).toBe('/projects')
  await userEvent.keyboard('gh')
  await expect.poll(() => router.state.location.pathname).toBe('/')
})

test('j and k go from row to row, and Enter opens the one that has the focus', async () => {
  server.use(http.get(apiPath('/projects'), () => listAnswer([project('dev'), project('ops')])))
  const router = await open()
  await screen.findByRole('link', { name: 'ops' })
  const focused = () => document.activeElement?.closest('tr')?.querySelector('a')?.textContent
  await userEvent.keyboard('j')
  await expect.poll(focused).toBe('dev')
  for (const [key, name] of ['jops', 'jops', 'kdev', 'kdev'].map((step) => [step.charAt(0), step.slice(1)] as const)) {
    await userEvent.keyboard(key)
    expect(focused(), key).toBe(name)
  }
  screen.getByRole('link', { name: 'dev' }).focus()
  await userEvent.keyboard('j')
  expect(document.activeElement?.tagName).toBe('TR')
  expect(focused()).toBe('ops')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => router.state.location.pathname).toMatch(/^\/projects\/ops/)
})

test('Enter on a row presses none of the buttons at its end', async () => {
  const token = { id: 1, name: 'ci', access: 'read', permissions: [], system_permissions: [], expired: false }
  const times = { creation_time: '2026-11-24T12:00:00.000Z', expires_soon: false }
  server.use(http.get(apiPath('/users/current/tokens'), () => HttpResponse.json([{ ...token, ...times }])))
  await open('/profile/tokens')
  await screen.findByRole('button', { name: 'Revoke ci' })
  await userEvent.keyboard('j')
  await expect.poll(() => document.activeElement?.tagName).toBe('TR')
  await userEvent.keyboard('{Enter}?')
  await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
  expect(screen.getAllByRole('dialog')).toHaveLength(1)
})

test('c presses what creates on the page, and does nothing where there is no such button', async () => {
  server.use(
    http.get(apiPath('/users/current/permissions'), () =>
      HttpResponse.json([{ resource: 'project', action: 'create' }]),
    ),
  )
  const router = await open()
  await screen.findByRole('button', { name: 'New project' })
  await userEvent.keyboard('c')
  await screen.findByRole('dialog', { name: 'New project' })
  await router.navigate({ to: '/profile/preferences' })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await userEvent.keyboard('c')
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('/ brings the cursor to the search, where letters are letters', async () => {
  const router = await open()
  const box = await screen.findByRole<HTMLInputElement>('textbox', { name: /search/i })
  await userEvent.keyboard('{Control>}/{/Control}{Alt>}/{/Alt}')
  expect(document.activeElement).not.toBe(box)
  await userEvent.keyboard('/')
  expect(document.activeElement).toBe(box)
  await userEvent.keyboard('gjkch?/')
  expect(box.value).toBe('gjkch?/')
  expect(router.state.location.pathname).toBe('/projects')
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('no key does anything where the reader has switched them off, but Ctrl-K', async () => {
  const router = await open('/profile/preferences')
  await userEvent.click(await screen.findByRole('radio', { name: 'Off' }))
  expect(localStorage.getItem('berth-shortcuts')).toBe('off')
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  await userEvent.keyboard('gp?jc')
  await userEvent.keyboard('{Control>}k{/Control}')
  await screen.findByRole('combobox', { name: /digest/ })
  expect(router.state.location.pathname).toBe('/profile/preferences')
  expect(screen.queryByRole('dialog', { name: 'Keyboard shortcuts' })).toBeNull()
})
