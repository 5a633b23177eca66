import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http } from 'msw'
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

test('/ brings the cursor to the search, where letters are letters', async () => {
  const router = await open()
  const box = await screen.findByRole<HTMLInputElement>('textbox', { name: /search/i })
  await userEvent.keyboard('{Control>}/{/Control}{Alt>}/{/Alt}')
  expect(document.activeElement).not.toBe(box)
  await userEvent.keyboard('/')
  expect(document.activeElement).toBe(box)
  await userEvent.keyboard('gh?/')
  expect(box.value).toBe('gh?/')
  expect(router.state.location.pathname).toBe('/projects')
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('no key does anything where the reader has switched them off, but Ctrl-K', async () => {
  const router = await open('/profile/preferences')
  await userEvent.click(await screen.findByRole('radio', { name: 'Off' }))
  expect(localStorage.getItem('berth-shortcuts')).toBe('off')
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  await userEvent.keyboard('gp?')
  await userEvent.keyboard('{Control>}k{/Control}')
  await screen.findByRole('combobox', { name: /digest/ })
  expect(router.state.location.pathname).toBe('/profile/preferences')
  expect(screen.queryByRole('dialog', { name: 'Keyboard shortcuts' })).toBeNull()
})
