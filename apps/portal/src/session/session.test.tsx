import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { admin, apiPath, emptyOverview, listAnswer, origin, project, refusal, server } from '../testing/server'

/** Whose session the browser holds. */
let user: string | undefined
/** The list is answered when this is over. */
let patience: Promise<void>

const signedOut = () => refusal(401, 'UNAUTHORIZED', 'Sign in first.', 'UNAUTHENTICATED')

beforeEach(() => {
  user = 'anna'
  patience = Promise.resolve()
  server.use(
    http.get(apiPath('/users/current'), () =>
      user === undefined ? signedOut() : HttpResponse.json({ ...admin, username: user }),
    ),
    http.get(apiPath('/projects'), async () => {
      const of = user
      await patience
      return of === undefined ? signedOut() : listAnswer([project(`of-${of}`)])
    }),
    http.get(apiPath('/overview'), async () => {
      const of = user
      await patience
      const own = {
        name: `of-${of}`,
        public: false,
        repo_count: 0,
        used: 0,
        hard: -1,
        update_time: '2026-01-01T00:00:00Z',
      }
      return of === undefined ? signedOut() : HttpResponse.json({ ...emptyOverview, projects: [own] })
    }),
    http.get(`${origin}/c/log_out`, () => {
      user = undefined
      return new HttpResponse()
    }),
    http.post(`${origin}/c/login`, async ({ request }) => {
      user = new URLSearchParams(await request.text()).get('principal') ?? ''
      return new HttpResponse()
    }),
  )
})

const seesProjectsOf = (name: string) => screen.findByRole('link', { name: `of-${name}` })

async function signIn(name: string) {
  await userEvent.type(await screen.findByLabelText('Username or email'), name)
  await userEvent.type(screen.getByLabelText('Password'), 'Harbor12345')
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
}

/** Signs in as berta, whose projects come late, and looks at what is shown meanwhile. */
async function expectNothingOfAnna() {
  const { promise, resolve } = Promise.withResolvers<void>()
  patience = promise
  await signIn('berta')
  await screen.findByRole('button', { name: 'Account of berta' })
  expect(document.body.textContent).not.toContain('anna')
  resolve()
  await seesProjectsOf('berta')
  expect(document.body.textContent).not.toContain('anna')
}

test('what one user has loaded is not shown to the next after signing out', async () => {
  const router = await renderPortal('/projects')
  await seesProjectsOf('anna')
  await userEvent.click(screen.getByRole('button', { name: 'Account of anna' }))
  await userEvent.click(await screen.findByText('Sign out'))
  await screen.findByRole('button', { name: 'Sign in' })
  const kept = router.options.context.queries.getQueryCache().getAll()
  expect(JSON.stringify(kept.map(({ state }) => state.data ?? null))).not.toContain('anna')
  await expectNothingOfAnna()
})

test('what one user has loaded is not shown to the next where the session has ended', async () => {
  const router = await renderPortal('/projects?sort=-creation_time')
  await seesProjectsOf('anna')
  user = undefined
  await router.options.context.queries.invalidateQueries()
  await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'))
  await expectNothingOfAnna()
  expect(router.state.location.href).toBe('/projects?sort=-creation_time')
})
