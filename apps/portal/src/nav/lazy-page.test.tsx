import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type RouteComponent,
  RouterProvider,
} from '@tanstack/react-router'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { type ReactNode, Suspense, useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lazyAbove, lazyExtra, lazyPart, onDemand } from '../components/on-demand'
import { ErrorPage } from '../errors/error-page'
import { startI18n } from '../i18n/i18n'
import { server } from '../testing/server'
import { lazyPage } from './lazy-page'

const [away, there] = [() => HttpResponse.error(), () => new HttpResponse()]
const answers = (answer: () => Response) => server.use(http.head('http://registry.example.com/', answer))

const gone = new TypeError('Failed to fetch dynamically imported module: http://registry.example.com/assets/a.js')
const fail = (): Promise<never> => Promise.reject(gone)

/** How often the document was loaded anew. */
const reload = vi.fn()

beforeEach(async () => {
  await startI18n()
  vi.stubGlobal('location', { origin: 'http://registry.example.com', reload })
})

afterEach(() => {
  reload.mockReset()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  sessionStorage.clear()
})

/** A portal of one page. */
function show(component: RouteComponent) {
  const rootRoute = createRootRoute()
  const page = createRoute({ getParentRoute: () => rootRoute, path: '/', component })
  const router = createRouter({
    routeTree: rootRoute.addChildren([page]),
    history: createMemoryHistory(),
    defaultErrorComponent: ErrorPage,
  })
  void router.load()
  // It is another router than the portal's, which types know.
  render(<RouterProvider router={router as never} />, { onCaughtError: () => undefined })
}

const Part = lazyPart(fail)
const Menu = lazyAbove<{ open: boolean; onClose: () => void; children: ReactNode }>(fail)
const Drawer = onDemand<{ open: boolean; onClose: () => void }>(fail)
const noted = vi.fn()

/** Tries again while the server fails, and once it is there. */
async function expectReloadOnceServed(retry: HTMLElement) {
  let asked = 0
  server.events.on('response:mocked', () => (asked += 1))
  answers(() => new HttpResponse(null, { status: 503 }))
  await userEvent.click(retry)
  await expect.poll(() => asked).toBe(1)
  expect(reload).not.toHaveBeenCalled()
  answers(there)
  await userEvent.click(retry)
  await expect.poll(() => reload.mock.calls.length).toBe(1)
  server.events.removeAllListeners()
}

test('says of a page that the server is away, and loads it anew only once there is one', async () => {
  answers(away)
  show(lazyPage(fail, 'Page'))
  await screen.findByRole('heading', { level: 1, name: 'The server does not answer.' })
  await expectReloadOnceServed(screen.getByRole('button', { name: 'Try again' }))
})

test('says of a part of a page that the server is away in its place, and keeps the rest', async () => {
  answers(away)
  show(() => (
    <Suspense>
      <input aria-label="Name" />
      <Part />
    </Suspense>
  ))
  expect((await screen.findByRole('alert')).textContent).toContain('The server does not answer.')
  screen.getByRole('textbox', { name: 'Name' })
  await expectReloadOnceServed(screen.getByRole('button', { name: 'Try again' }))
})

test('a drawer opened for the first time while the server is away leaves the page behind it, and closes', async () => {
  answers(away)
  const View = () => {
    const [open, setOpen] = useState(false)
    return (
      <>
        <input aria-label="Name" />
        <button onClick={() => setOpen(true)}>Open</button>
        <Drawer
          open={open}
          onClose={() => {
            setOpen(false)
            noted()
          }}
        />
      </>
    )
  }
  show(View)
  const name = await screen.findByRole('textbox', { name: 'Name' })
  await userEvent.type(name, 'typed')
  await userEvent.click(screen.getByRole('button', { name: 'Open' }))
  expect((await screen.findByRole('alert')).textContent).toContain('The server does not answer.')
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('alert')).toBeNull()
  expect(noted).toHaveBeenCalledTimes(1)
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'typed')
})

test('what opens at a button while the server is away leaves the button, and closes', async () => {
  answers(away)
  show(function Page() {
    const [open, setOpen] = useState(true)
    return (
      <Suspense>
        <Menu open={open} onClose={() => setOpen(false)}>
          <button type="button">More</button>
        </Menu>
      </Suspense>
    )
  })
  await screen.findByRole('alert')
  screen.getByRole('button', { name: 'More' })
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('alert')).toBeNull()
  screen.getByRole('button', { name: 'More' })
})

test('loads the page anew where the server has another one, and says that it is broken to whoever stays', async () => {
  answers(there)
  vi.useFakeTimers({ shouldAdvanceTime: true })
  show(lazyPage(fail, 'Page'))
  await expect.poll(() => reload.mock.calls.length).toBe(1)
  expect(screen.queryByRole('heading')).toBeNull()
  vi.advanceTimersByTime(10_000)
  await screen.findByRole('heading', { level: 1, name: 'This page stopped working.' })
  expect(reload).toHaveBeenCalledTimes(1)
})

test('says that the page is broken where loading it anew has not helped', async () => {
  sessionStorage.setItem('berth-reloaded', String(Date.now()))
  answers(there)
  show(lazyPage(fail, 'Page'))
  await screen.findByRole('heading', { level: 1, name: 'This page stopped working.' })
  expect(reload).not.toHaveBeenCalled()
})

test('what a page can do without takes nothing with it', async () => {
  const Extra = lazyExtra(fail)
  show(() => (
    <Suspense fallback="not yet">
      <p>The page.</p>
      <Extra />
    </Suspense>
  ))
  await screen.findByText('The page.')
})
