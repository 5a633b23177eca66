import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { renderPortal } from '../testing/render-portal'
import { admin, apiPath, listAnswer, project, refusal, server } from '../testing/server'

const unauthenticated = () => refusal(401, 'UNAUTHORIZED', 'Sign in first.', 'UNAUTHENTICATED')
const words = 'Your session has ended.'

/** A browser whose session can end. What was made in it is in `made`. */
function sessionThatEnds() {
  const session = { isOn: true, made: [] as unknown[] }
  const inIt = (answer: () => Response) => () => (session.isOn ? answer() : unauthenticated())
  const rights = [
    { resource: 'user', action: 'list' },
    { resource: 'user', action: 'create' },
    { resource: 'project', action: 'create' },
  ]
  server.use(
    http.get(
      apiPath('/users/current'),
      inIt(() => HttpResponse.json(admin)),
    ),
    http.get(apiPath('/users/current/permissions'), () => HttpResponse.json(session.isOn ? rights : [])),
    http.get(
      apiPath('/users'),
      inIt(() => listAnswer([admin])),
    ),
    http.get(apiPath('/projects'), () => listAnswer([project('dev', true)])),
    http.post(apiPath('/users'), async ({ request }) => {
      if (!session.isOn) return unauthenticated()
      session.made.push(await request.json())
      return new HttpResponse(null, { status: 201 })
    }),
  )
  return session
}

async function fillIn(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByRole('button', { name: 'New user' }))
  await user.type(await screen.findByLabelText('Username'), 'mara')
  await user.type(screen.getByLabelText('Email'), 'mara@example.com')
  await user.type(screen.getByLabelText('Password'), 'Passw0rd1')
  await user.type(screen.getByLabelText('Repeat the password'), 'Passw0rd1')
}

test('a form that is sent after the session has ended stays as it was filled in, and is sent after signing in elsewhere', async () => {
  const session = sessionThatEnds()
  const user = userEvent.setup({ pointerEventsCheck: 0 })
  const router = await renderPortal('/users')
  await fillIn(user)
  session.isOn = false
  await user.click(screen.getByRole('button', { name: 'Create' }))
  await screen.findByText(words)
  const link = screen.getByRole('link', { name: 'Sign in in a new tab' })
  expect(link.getAttribute('href')).toBe('/sign-in?from=%2Fusers')
  expect(link.getAttribute('target')).toBe('_blank')
  expect(router.state.location.pathname).toBe('/users')
  expect(screen.getByLabelText('Username')).toHaveProperty('value', 'mara')
  session.isOn = true
  await user.click(screen.getByRole('button', { name: 'Create' }))
  await waitFor(() => expect(session.made).toMatchObject([{ username: 'mara', password: 'Passw0rd1' }]))
})

test('a form stays as it was filled in where the page asks for something else after the session has ended', async () => {
  const session = sessionThatEnds()
  const user = userEvent.setup({ pointerEventsCheck: 0 })
  const router = await renderPortal('/users')
  await fillIn(user)
  session.isOn = false
  const { queries } = router.options.context
  await queries.invalidateQueries()
  await screen.findByText(words)
  expect(screen.getByLabelText('Username')).toHaveProperty('value', 'mara')
  expect(router.state.location.pathname).toBe('/users')
})

test('a form that is no drawer stays as well', async () => {
  const session = sessionThatEnds()
  const user = userEvent.setup({ pointerEventsCheck: 0 })
  const router = await renderPortal('/profile')
  await user.type(await screen.findByLabelText('Note'), 'typed')
  session.isOn = false
  await router.options.context.queries.invalidateQueries()
  await screen.findByText(words)
  expect(screen.getByLabelText('Note')).toHaveProperty('value', `${admin.comment ?? ''}typed`)
})

test('a form that was saved is no reason to stay', async () => {
  const session = sessionThatEnds()
  server.use(http.put(apiPath('/users/1'), () => new HttpResponse()))
  const user = userEvent.setup({ pointerEventsCheck: 0 })
  const router = await renderPortal('/profile')
  await user.type(await screen.findByLabelText('Note'), 'typed')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText('Your profile is saved.')
  session.isOn = false
  await router.options.context.queries.invalidateQueries()
  await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'))
})
