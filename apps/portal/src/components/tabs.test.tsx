import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { delay, http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { apiPath, listAnswer, project, server } from '../testing/server'

test('the tab that is open is among those that are seen, on a narrow screen too', async () => {
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(apiPath('/projects/dev/summary'), () => HttpResponse.json({ repo_count: 0 })),
    http.get(apiPath('/projects/dev/members'), () => listAnswer([])),
  )
  vi.spyOn(HTMLElement.prototype, 'offsetLeft', 'get').mockImplementation(function (this: HTMLElement) {
    return this.textContent === 'Settings' ? 800 : 0
  })
  const router = await renderPortal('/projects/dev/members')
  await userEvent.click(await screen.findByRole('link', { name: 'Settings' }))
  await vi.waitFor(() => expect(router.state.location.pathname).toBe('/projects/dev/settings'))
  const tabs = screen.getByRole('link', { name: 'Settings' }).parentElement
  await vi.waitFor(() => expect(tabs?.scrollLeft).toBe(800))
  if (tabs !== null) tabs.scrollLeft = 0
  window.dispatchEvent(new Event('resize'))
  expect(tabs?.scrollLeft).toBe(800)
  await userEvent.click(screen.getByRole('link', { name: 'Members' }))
  await vi.waitFor(() => expect(tabs?.scrollLeft).toBe(0))
})

test('the tab that is open is seen after a reload, although rights come late', async () => {
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev'))),
    http.get(apiPath('/projects/dev/summary'), () => HttpResponse.json({ repo_count: 0 })),
    http.get(apiPath('/users/current/permissions'), async () => {
      await delay(300)
      return HttpResponse.json(['read', 'update'].map((action) => ({ resource: '.', action })))
    }),
  )
  vi.spyOn(HTMLElement.prototype, 'offsetLeft', 'get').mockImplementation(function (this: HTMLElement) {
    return this.textContent === 'Settings' ? 800 : 0
  })
  await renderPortal('/projects/dev/settings')
  const tabs = (await screen.findByRole('link', { name: 'Settings' })).parentElement
  await vi.waitFor(() => expect(tabs?.scrollLeft).toBe(800))
})
