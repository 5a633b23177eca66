import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { admin, apiPath, listAnswer, origin, project, refusal, server } from '../testing/server'

const unauthenticated = () => refusal(401, 'UNAUTHORIZED', 'Sign in first.', 'UNAUTHENTICATED')

/** A browser whose session is `who`; changed from outside. */
function sessionOf(session: { who: string | undefined }) {
  server.use(
    http.get(apiPath('/users/current'), () =>
      session.who === undefined ? unauthenticated() : HttpResponse.json({ ...admin, username: session.who }),
    ),
    http.get(apiPath('/users/current/permissions'), () =>
      session.who === undefined ? unauthenticated() : HttpResponse.json([{ resource: 'user', action: 'list' }]),
    ),
    http.get(apiPath('/projects'), () => listAnswer([project(session.who ?? 'for-everybody', true)])),
    http.get(apiPath('/users'), () => (session.who === undefined ? unauthenticated() : listAnswer([admin]))),
    http.get(`${origin}/c/log_out`, () => {
      session.who = undefined
      return new HttpResponse()
    }),
    http.post(`${origin}/c/login`, async ({ request }) => {
      session.who = new URLSearchParams(await request.text()).get('principal') ?? undefined
      return new HttpResponse()
    }),
  )
}

async function signInAs(name: string) {
  const user = userEvent.setup({ pointerEventsCheck: 0 })
  await user.type(await screen.findByLabelText('Username or email'), name)
  await user.type(screen.getByLabelText('Password'), 'Harbor12345')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
}

test('shows public projects to whoever is not signed in, and the way in', async () => {
  sessionOf({ who: undefined })
  const router = await renderPortal('/projects')
  await screen.findByRole('link', { name: 'for-everybody' })
  expect(screen.queryByRole('columnheader', { name: 'Role' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'New project' })).toBeNull()
  await userEvent.setup({ pointerEventsCheck: 0 }).click(await screen.findByRole('button', { name: 'Sign in' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'))
  expect(router.state.location.search).toEqual({ from: '/projects' })
})

test.each(['/users', '/profile', '/projects/dev'])('leads from %s to signing in, and back', async (path) => {
  const session: { who: string | undefined } = { who: undefined }
  sessionOf(session)
  server.use(http.get(apiPath('/projects/dev*'), unauthenticated))
  const router = await renderPortal(path)
  await screen.findByLabelText('Username or email')
  expect(router.state.location.search).toEqual({ from: path })
  expect(screen.queryByText('Your session has ended. Sign in again to continue where you left off.')).toBeNull()
})

test.each([
  '/jobs',
  '/audit-log?page=2',
  '/clean-up',
  '/settings',
  '/projects/dev/settings',
  '/projects/dev/webhooks',
  '/projects/dev/audit-log',
  '/projects/dev/members',
  '/projects/dev/robots',
  '/projects/dev/tag-rules',
])('refuses %s to nobody before they could sign in', async (path) => {
  sessionOf({ who: undefined })
  server.use(
    http.get(apiPath('/projects/dev'), () => HttpResponse.json(project('dev', true))),
    http.get(apiPath('/projects/dev/*'), unauthenticated),
  )
  const router = await renderPortal(path)
  await screen.findByLabelText('Username or email')
  expect(router.state.location.search).toEqual({ from: path })
  expect(screen.queryByRole('alert')).toBeNull()
})

test('leads to signing in where a session ends, says so, and comes back to the same page', async () => {
  const session: { who: string | undefined } = { who: 'mara' }
  sessionOf(session)
  const router = await renderPortal('/users')
  await screen.findByRole('heading', { name: 'Users' })
  session.who = undefined
  await userEvent.type(screen.getByRole('textbox', { name: 'Search by name or e-mail' }), 'a')
  await screen.findByText('Your session has ended. Sign in again to continue where you left off.')
  await signInAs('jonas')
  await screen.findByRole('button', { name: 'Account of jonas' })
  expect(router.state.location.href).toBe('/users?q=a')
})

test('asks for the system anew after signing in, because visitors are told less of it', async () => {
  const session: { who: string | undefined } = { who: undefined }
  sessionOf(session)
  server.use(
    http.get(apiPath('/systeminfo'), () =>
      HttpResponse.json({ self_registration: true, ...(session.who === undefined ? {} : { read_only: true }) }),
    ),
  )
  await renderPortal('/sign-in')
  await signInAs('mara')
  await screen.findByText(/read-only mode/)
})
